#!/bin/sh
# Citation.js takes a small letter behind a hyphen for the beginning of a particle: the author `Mei-ling Lane` becomes the
# family name `Mei-Lane` with the particle `ling`, without a given name. `Lane, Mei-ling` is read as it is meant.
#
# Seen with @citation-js/core and @citation-js/plugin-bibtex 0.8.2 on 2026-12-01. Exits with 1 when both are read alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 >/dev/null
cat >try.cjs <<'JS'
const { plugins } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
const bibtex = '@misc{a, title = {T}, author = {Mei-ling Lane and Lane, Mei-ling}}'
const [{ author }] = plugins.input.chain(bibtex, { generateGraph: false })
console.log(JSON.stringify(author))
const [turned, kept] = author
process.exit(kept.given === 'Mei-ling' && turned.family === 'Mei-Lane' ? 0 : 1)
JS
# Output: [{"family":"Mei-Lane","non-dropping-particle":"ling"},{"given":"Mei-ling","family":"Lane"}]
node try.cjs
