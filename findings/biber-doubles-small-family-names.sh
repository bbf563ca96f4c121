#!/bin/sh
# biber takes a family name in small letters for a particle even where the comma says what it is: of `xu, weijia` its tool
# mode writes `xu weijia , weijia`, and a second pass keeps that. In braces, `{xu}, weijia`, the name survives. BibTeX
# reads both alike.
#
# Seen with biber 2.18 (Debian package biber) on 2026-12-01. Exits with 1 when the name stays as it is.
set -eu
command -v biber >/dev/null || { echo 'biber is absent: apt-get install biber' >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >a.bib <<'BIB'
@misc{a, title = {T}, author = {xu, weijia and {xu}, weijia}}
BIB
biber --tool --quiet --output-format=bibtex --output-file=out.bib a.bib
author=$(sed -n 's/.*AUTHOR = {\(.*\)},$/\1/p' out.bib)
# Output: xu weijia , weijia and {xu}, weijia
echo "$author"
test "$author" = 'xu weijia , weijia and {xu}, weijia'
