#!/bin/sh
# Pandoc drops the letters that LaTeX writes as \DJ, \dj, \TH, \th, \DH and \dh when it reads BibTeX, without a warning:
# `{\DJ}ura` becomes `ura`. It knows \L, \O, \ss and \i beside them, so one expects all letters of T1.
#
# Seen with pandoc-wasm 1.1.0 (Pandoc 3.10) on 2026-12-01. Written as the letter itself, `Đura` is read well.
# Exits with 1 when the letters are there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pandoc-wasm@1.1.0 >/dev/null
cat >try.mjs <<'JS'
import { convert } from 'pandoc-wasm'
const bibtex = String.raw`@misc{a, title = {T}, author = {Moor, {\DJ}ura and Lane, {\TH}ora and Birk, {\O}rn}}`
const { stdout, stderr, warnings } = await convert({ from: 'bibtex', to: 'csljson' }, bibtex, {})
const given = JSON.parse(stdout)[0].author.map((author) => author.given)
console.log(given, 'errors:', JSON.stringify(stderr), 'warnings:', warnings.length)
process.exit(given.join() === 'ura,ora,Ørn' && stderr === '' && warnings.length === 0 ? 0 : 1)
JS
# Output: [ 'ura', 'ora', 'Ørn' ] errors: "" warnings: 0
node try.mjs
