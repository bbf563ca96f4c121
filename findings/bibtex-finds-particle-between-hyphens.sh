#!/bin/sh
# A hyphen parts words of a name for BibTeX, so that a small word between two hyphens is a particle: the family name of
# `Plaza-del-Arco, Pia` is `Arco`, behind the particle `Plaza-del`, and styles print `Plaza-del Arco` and sort by Arco.
# The comma does not help; braces do. `Al-Tahan` is one name.
#
# Seen with BibTeX 0.99d (Debian package texlive-binaries) on 2026-12-01. Exits with 1 when the name stays whole.
set -eu
command -v bibtex >/dev/null || { echo 'bibtex is absent: apt-get install texlive-binaries' >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >a.bib <<'BIB'
@misc{a, author = {Plaza-del-Arco, Pia and Al-Tahan, Pia and {Plaza-del-Arco}, Pia}}
BIB
cat >names.bst <<'BST'
ENTRY { author } {} {}
INTEGERS { number }
FUNCTION {misc}
{ #1 'number :=
  { number #4 < }
  { author number "{vv|}{ll}" format.name$ write$ newline$ number #1 + 'number := }
  while$
}
READ
ITERATE {call.type$}
BST
printf '\\relax\n\\citation{*}\n\\bibstyle{names}\n\\bibdata{a}\n' >a.aux
bibtex -terse a
# Output: Plaza-del|Arco, Al-Tahan, {Plaza-del-Arco}
cat a.bbl
test "$(tr '\n' ' ' <a.bbl)" = 'Plaza-del|Arco Al-Tahan {Plaza-del-Arco} '
