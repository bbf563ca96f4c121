import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseXml, XmlElement } from '@rgrove/parse-xml'

/** A name as a reader has it; a group has a family name alone. A particle is a part of the family name. */
export interface ReadName {
  readonly family: string
  readonly given: string
  readonly suffix: string
}

export interface ReadEntry {
  readonly title: string
  readonly authors: readonly ReadName[]
}

export interface Reader {
  readonly name: string
  /** How it is installed. */
  readonly install: string
  isThere(): boolean
  /** @returns the entries by their keys; without keys, in the order of the file under numbers from 0 */
  read(bibtex: string): Promise<ReadonlyMap<string, ReadEntry>>
  /** Texts that it gives as they stand in the file, with their LaTeX. */
  readonly isRaw?: { readonly title?: boolean; readonly name?: boolean }
  /** It sets a particle behind the given name. */
  readonly hasParticleLast?: boolean
}

/** Where packages of npm are looked for that are no part of the project. */
const packages = path.resolve(process.env.BIBTEX_READERS ?? 'bibtex-readers', 'readers.js')
const requirePackage = createRequire(packages)
const here = import.meta.dirname

/** The biggest output of a program, in bytes. */
const maxBuffer = 400_000_000

/** BibTeX itself, the program of 1988, by a style that writes what it has read. */
const bibtex: Reader = {
  name: 'BibTeX',
  install: 'apt-get install texlive-binaries',
  isThere: () => hasProgram('bibtex'),
  isRaw: { title: true, name: true },
  async read(text) {
    return inFolder(text, (folder) => {
      copyFileSync(path.join(here, 'parts.bst'), path.join(folder, 'parts.bst'))
      writeFileSync(
        path.join(folder, 'all.aux'),
        '\\relax\n\\citation{*}\n\\bibstyle{parts}\n\\bibdata{all}\n',
      )
      const { stdout } = spawnSync('bibtex', ['all'], { cwd: folder, encoding: 'utf8' })
      if (/error|warning/i.test(stdout)) throw new Error(stdout.slice(0, 2_000))
      // Lines are broken at 79 characters; the rest of one begins with two spaces.
      const lines = readFileSync(path.join(folder, 'all.bbl'), 'utf8').replace(/\n {2}/g, ' ')
      const entries = new Map<string, { title: string; authors: ReadName[] }>()
      let entry = { title: '', authors: [] as ReadName[] }
      for (const line of lines.split('\n')) {
        const value = line.slice(2)
        if (line.startsWith('K ')) {
          entry = { title: '', authors: [] }
          entries.set(value, entry)
        }
        if (line.startsWith('T ')) entry.title = withoutBraces(value)
        if (line.startsWith('A ')) {
          const [family = '', given = '', suffix = ''] = value
            .replace(/(?<!\\)~/g, ' ')
            .split('|')
            .map((part) => part.trim())
          entry.authors.push({ family, given, suffix })
        }
      }
      return entries
    })
  },
}

/** biber, the program of biblatex. */
const biber: Reader = {
  name: 'biber',
  install: 'apt-get install biber',
  isThere: () => hasProgram('biber'),
  async read(text) {
    const xml = inFolder(text, (folder) => {
      const args = ['--tool', '--output-format=biblatexml', '--output-file=all.xml', 'all.bib']
      const { stdout } = spawnSync('biber', args, { cwd: folder, encoding: 'utf8', maxBuffer })
      if (/^(?:ERROR|WARN)/m.test(stdout)) throw new Error(stdout.slice(0, 2_000))
      return readFileSync(path.join(folder, 'all.xml'), 'utf8')
    })
    const entries = elementsIn(parseXml(xml).root, 'bltx:entry').map((entry) => {
      const names = elementsIn(entry, 'bltx:names').flatMap((all) => elementsIn(all, 'bltx:name'))
      const authors = names.map((name) => {
        const parts = elementsIn(name, 'bltx:namepart')
        const partOf = (type: string) => {
          const part = parts.find(({ attributes }) => attributes.type === type)
          if (part === undefined) return ''
          const pieces = elementsIn(part, 'bltx:namepart')
          return (pieces.length === 0 ? [part] : pieces).map((one) => one.text.trim()).join(' ')
        }
        return {
          family: `${partOf('prefix')} ${partOf('family')}`.trim(),
          given: partOf('given'),
          suffix: partOf('suffix'),
        }
      })
      const [title] = elementsIn(entry, 'bltx:title')
      return [entry.attributes.id ?? '', { title: plain(title?.text ?? ''), authors }] as const
    })
    return new Map(entries)
  },
}

const pybtex: Reader = {
  name: 'pybtex',
  install: 'apt-get install pybtex',
  isThere: () => hasProgram('/usr/bin/python3', ['-c', 'import pybtex']),
  isRaw: { title: true },
  async read(text) {
    const json = inFolder(text, (folder) =>
      execFileSync('/usr/bin/python3', [path.join(here, 'pybtex-parts.py'), 'all.bib'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer,
      }),
    )
    const read: Record<string, { title: string; authors: [string, string, string][] }> =
      JSON.parse(json)
    return new Map(
      Object.entries(read).map(([key, { title, authors }]) => [
        key,
        {
          title: withoutBraces(title),
          authors: authors.map(([family, given, suffix]) => ({ family, given, suffix })),
        },
      ]),
    )
  },
}

const bibutils: Reader = {
  name: 'bibutils',
  install: 'apt-get install bibutils',
  isThere: () => hasProgram('bib2xml', ['--version']),
  async read(text) {
    const xml = inFolder(text, (folder) =>
      execFileSync('bib2xml', ['all.bib'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    )
    const entries = elementsIn(parseXml(xml).root, 'mods').map((mods) => {
      const authors = elementsIn(mods, 'name').map((name) => {
        const parts = elementsIn(name, 'namePart')
        const partOf = (type: string | undefined) =>
          parts
            .filter(({ attributes }) => attributes.type === type)
            .map((part) => part.text)
            .join(' ')
        return {
          family: partOf('family') || partOf(undefined),
          given: partOf('given'),
          suffix: partOf('suffix'),
        }
      })
      const [info] = elementsIn(mods, 'titleInfo')
      // A title with a colon is taken apart.
      const parts = ['title', 'subTitle'].map((name) => info && elementsIn(info, name)[0]?.text)
      const title = parts
        .filter(Boolean)
        .join(': ')
        .replace(/([?!]): /, '$1 ')
      return [mods.attributes.ID ?? '', { title: title.replaceAll('⌃', '^'), authors }] as const
    })
    return new Map(entries)
  },
}

interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
  readonly suffix?: string
  readonly 'dropping-particle'?: string
  readonly 'non-dropping-particle'?: string
}

interface CslEntry {
  readonly id: string
  readonly title?: string
  readonly author?: readonly CslName[]
}

function fromCsl(items: readonly CslEntry[]): ReadonlyMap<string, ReadEntry> {
  return new Map(
    items.map(({ id, title = '', author = [] }) => [
      id,
      {
        title,
        authors: author.map((name) => {
          const particle = name['non-dropping-particle'] ?? name['dropping-particle'] ?? ''
          return {
            family: `${particle} ${name.family ?? name.literal ?? ''}`.trim(),
            given: name.given ?? '',
            suffix: name.suffix ?? '',
          }
        }),
      },
    ]),
  )
}

const pandoc: Reader = {
  name: 'Pandoc',
  install: 'npm install pandoc-wasm',
  isThere: () => hasPackage('pandoc-wasm'),
  async read(text) {
    // The package has no entry for `require`.
    const folder = path.join(path.dirname(packages), 'node_modules/pandoc-wasm/src')
    const { convert } = await import(pathToFileURL(path.join(folder, 'index.node.js')).href)
    const { stdout, stderr } = await convert({ from: 'bibtex', to: 'csljson' }, text, {})
    if (stderr !== '') throw new Error(String(stderr).slice(0, 2_000))
    return fromCsl(JSON.parse(stdout))
  },
}

const citationJs: Reader = {
  name: 'Citation.js',
  install: 'npm install @citation-js/core @citation-js/plugin-bibtex',
  isThere: () => hasPackage('@citation-js/plugin-bibtex'),
  async read(text) {
    const { plugins } = requirePackage('@citation-js/core')
    requirePackage('@citation-js/plugin-bibtex')
    return fromCsl(plugins.input.chain(text, { generateGraph: false }))
  },
}

/** Typst sets what it has read with a style that names the parts; formulas are not in its text. */
const typst: Reader = {
  name: 'Typst',
  install: 'npm install @myriaddreamin/typst-ts-node-compiler',
  isThere: () => hasPackage('@myriaddreamin/typst-ts-node-compiler'),
  hasParticleLast: true,
  async read(text) {
    const { NodeCompiler } = requirePackage('@myriaddreamin/typst-ts-node-compiler')
    return inFolder(text, (folder) => {
      copyFileSync(path.join(here, 'parts.csl'), path.join(folder, 'parts.csl'))
      const compiler = NodeCompiler.create({ workspace: folder })
      const mainFileContent = '#bibliography("all.bib", full: true, style: "parts.csl")'
      const compiled = compiler.compileHtml({ mainFileContent })
      const { result } = compiled
      if (!result) throw new Error(JSON.stringify(compiled.takeError()).slice(0, 2_000))
      const html: string = compiler.tryHtml(result).result.body()
      const entries = html
        .replace(/<[^>]+>/g, '')
        .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&')
        .split('¦¦')
        .slice(1)
      return new Map(
        entries.map((entry, index) => {
          const [title = '', ...names] = entry.split('¦').map((part) => part.trim())
          const authors = names.map((name) => {
            const [family = '', given = '', suffix = ''] = name.split('|')
            return { family, given, suffix }
          })
          return [String(index), { title, authors }]
        }),
      )
    })
  },
}

export const readers: readonly Reader[] = [
  bibtex,
  biber,
  pybtex,
  bibutils,
  pandoc,
  citationJs,
  typst,
]

function hasProgram(program: string, args: readonly string[] = ['--version']): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** The pairs around the whole of a title. */
function withoutBraces(title: string): string {
  return title.replace(/^\{\{|\}\}$/g, '')
}

/** biber turns accents into letters, but leaves other signs of LaTeX. */
function plain(title: string): string {
  return title
    .replace(/^\{+|\}+$/g, '')
    .replace(/\{(\p{L}\p{M}?)\}/gu, '$1')
    .replace(
      /\\text(asciicircum|asciitilde|backslash)(?:\{\}| )/g,
      (_, name: string) => signs[name] ?? '',
    )
    .replace(/\\([%&#_${}])/g, '$1')
}

const signs: Readonly<Record<string, string>> = {
  asciicircum: '^',
  asciitilde: '~',
  backslash: '\\',
}

function hasPackage(name: string): boolean {
  try {
    readFileSync(path.join(path.dirname(packages), 'node_modules', name, 'package.json'))
    return true
  } catch {
    return false
  }
}

/** Lets a program work on the file `all.bib` in a folder of its own, which is removed afterwards. */
function inFolder<T>(text: string, work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'bibtex-readers-'))
  try {
    writeFileSync(path.join(folder, 'all.bib'), text)
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function elementsIn(parent: XmlElement | null, name: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  )
}
