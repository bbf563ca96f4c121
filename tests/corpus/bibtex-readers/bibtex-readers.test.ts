import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { toBibtexFile } from '../../../lib/export/bibtex'
import { bibtexKeys } from '../../../lib/export/bibtex-key'
import { latexText } from '../../../lib/export/latex-text'
import { parseAuthorName } from '../../../lib/papers/author-name'
import type { Paper } from '../../../lib/papers/paper'
import { hfDaily } from '../../../lib/sources/hf-daily'
import { oddPapers } from './odd-papers'
import { type ReadEntry, type Reader, type ReadName, readers } from './readers'

/*
 * Whether other programs read the entries that Dogear writes. The names that they are known to trip over are tried in
 * each run, with the programs that are there. `BIBTEX_ALL=1` tries all captured papers instead, which takes minutes.
 */

const folder = path.resolve(import.meta.dirname, '../../../../shared/data/hf-daily')
const isAll = process.env.BIBTEX_ALL === '1'
if (isAll && !existsSync(folder)) {
  console.warn(`NOT TESTED: the captured days are absent (${folder}).`)
}
const papers = isAll && existsSync(folder) ? capturedPapers() : oddPapers

describe.each(readers)('read by $name', (reader) => {
  const isThere = reader.isThere()
  if (!isThere) {
    console.warn(`NOT TESTED: ${reader.name} is absent, to be had by \`${reader.install}\`.`)
  }

  test.skipIf(!isThere)(
    'each paper has its title and its authors',
    { timeout: 900_000 },
    async () => {
      const read = await reader.read(toBibtexFile(papers))
      const { titles, names, equalAuthors } = differences(reader, read)
      console.info(
        `${reader.name}: ${read.size} of ${papers.length} entries, ` +
          `${papers.length - titles.length} titles and ${equalAuthors} lists of authors equal`,
      )
      if (isAll) console.info([...names, ...titles].slice(0, 100).join('\n'))
      expect(read.size).toBe(papers.length)
      if (!isAll) expect([...titles, ...names]).toEqual([])
    },
  )
})

/** What a reader has made of the titles and the names, where it is something else. */
function differences(reader: Reader, read: ReadonlyMap<string, ReadEntry>) {
  const keys = bibtexKeys(papers)
  const titles: string[] = []
  const names = new Set<string>()
  let equalAuthors = 0
  for (const [index, paper] of papers.entries()) {
    const entry = read.get(keys[index] ?? '') ?? read.get(String(index))
    const title = folded(entry?.title ?? '')
    const wantedTitle = folded(reader.isRaw?.title ? latexText(paper.title) : paper.title)
    if (title !== wantedTitle) titles.push(`${wantedTitle} => ${title}`)
    const authors = entry?.authors.map(nameText) ?? []
    const wanted = paper.authors.map((name) => nameText(wantedName(reader, name)))
    if (authors.join('\n') === wanted.join('\n')) equalAuthors += 1
    else if (authors.length !== wanted.length)
      names.add(`${wanted.length} authors => ${authors.length}`)
    for (const [at, name] of wanted.entries()) {
      if (authors.length === wanted.length && name !== authors[at])
        names.add(`${name} => ${authors[at]}`)
    }
  }
  return { titles, names: [...names], equalAuthors }
}

function capturedPapers(): readonly Paper[] {
  const known = new Map<string, Paper>()
  for (const file of readdirSync(folder).sort()) {
    const reply: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    const day = file.slice(0, 10)
    for (const { paper } of hfDaily.read(reply, { kind: 'day', day }).items) {
      known.set(paper.id, paper)
    }
  }
  return [...known.values()]
}

function wantedName(reader: Reader, name: string): ReadName {
  const written = reader.isRaw?.name ? latexText : (text: string) => text
  const parts = parseAuthorName(name)
  if (parts.kind === 'group') return { family: written(name), given: '', suffix: '' }
  const particle = written(parts.particle)
  const family = written(parts.family)
  const given = written(parts.given)
  const suffix = written(parts.suffix)
  if (reader.hasParticleLast) return { family, given: `${given} ${particle}`, suffix }
  return { family: `${particle} ${family}`, given, suffix }
}

/** bibutils drops the full stop of an initial. */
function nameText({ family, given, suffix }: ReadName): string {
  return [family, given, suffix]
    .map((part) => folded(part).replace(/[{}]|(?<=\p{Lu})\./gu, ''))
    .join('|')
}

/**
 * What is the same to a reader of a bibliography: Pandoc and bibutils make typographic quotes and dashes, Typst
 * leaves white space at formulas, and readers with LaTeX of their own write it in other ways.
 */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]|''/g, '"')
    .replace(/[–—]|-{2,3}/g, '-')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
