#!/bin/sh
# One stray word costs the whole entry: at `Lane, Ada and and Moor, Pia` biber leaves the paper out of its output, and
# ends with exit code 0. BibTeX prints a blank name and goes on.
#
# Seen with biber 2.18 (Debian package biber) on 2026-12-01. Exits with 1 when the entry is there, or biber fails.
set -eu
command -v biber >/dev/null || { echo 'biber is absent: apt-get install biber' >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >a.bib <<'BIB'
@misc{a, title = {First}, author = {Lane, Ada and and Moor, Pia}}
@misc{b, title = {Second}, author = {Lane, Ada and Moor, Pia}}
BIB
biber --tool --output-format=bibtex --output-file=out.bib a.bib >log || exit 1
# Output: Second
sed -n 's/.*TITLE = {\(.*\)},$/\1/p' out.bib
! grep -q First out.bib && grep -q Second out.bib
