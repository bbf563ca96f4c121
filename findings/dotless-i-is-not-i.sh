#!/bin/sh
# `na{\"\i}ve` is how LaTeX has been taught for decades, and it prints as naïve. Read as data it is another word: Pandoc
# and biber give ı (U+0131) and a combining mark, which no normal form makes ï, so that comparing and searching fail.
# `na{\"i}ve`, which LaTeX sets alike, is read as ï.
#
# Seen with pandoc-wasm 1.1.0 (Pandoc 3.10) and, in the same way, with biber 2.18 on 2026-12-01.
# Exits with 1 when both are read alike.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pandoc-wasm@1.1.0 >/dev/null
cat >try.mjs <<'JS'
import { convert } from 'pandoc-wasm'
const bibtex = String.raw`@misc{a, title = {Na{\"\i}ve}} @misc{b, title = {Na{\"i}ve}}`
const { stdout } = await convert({ from: 'bibtex', to: 'csljson' }, bibtex, {})
const [dotless, dotted] = JSON.parse(stdout).map(({ title }) => title.normalize('NFC'))
console.log(escape(dotless), escape(dotted))
process.exit(dotless === 'Na\u0131\u0308ve' && dotted === 'Na\u00efve' ? 0 : 1)
JS
# Output: Na%u0131%u0308ve Na%EFve
node try.mjs
