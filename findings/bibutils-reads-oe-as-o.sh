#!/bin/sh
# bibutils does not read a command of LaTeX to its end: `{\oe}` becomes ø and an e, and the `\log` of a formula ł and og.
#
# Seen with bib2xml of bibutils 7.2 (Debian package bibutils) on 2026-12-01. Exits with 1 when it reads œ.
set -eu
command -v bib2xml >/dev/null || { echo 'bib2xml is absent: apt-get install bibutils' >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/a.bib" <<'BIB'
@misc{a, title = {Hors d'{\oe}uvre in $n \log n$}}
BIB
title=$(bib2xml "$folder/a.bib" 2>/dev/null | sed -n 's/.*<title>\(.*\)<\/title>.*/\1/p')
# Output: Hors d’øeuvre in n łog n
echo "$title"
case $title in *øeuvre*łog*) ;; *) exit 1 ;; esac
