import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importsOf } from './imports'
import type { Finding, SourceFile } from './source-files'

/*
 * Who may import whom. The tables stand in docs/architecture.md and nowhere else: this file reads them there.
 */

export interface Room {
  readonly imports: readonly string[] | 'everything'
  /** What it may import besides, but only for its types. */
  readonly typesOf: readonly string[]
}

export interface Tables {
  /** By name: `papers` for `lib/papers`. */
  readonly rooms: Readonly<Record<string, Room>>
  /** Folders with an order inside, by path: their levels from the top, each with folders and files. */
  readonly orders: Readonly<Record<string, readonly (readonly string[])[]>>
}

/** Packages that belong to some rooms only; the others may be imported anywhere. */
const packages: Readonly<Record<string, readonly string[]>> = {
  dexie: ['db', 'hooks'],
  preact: ['hooks', 'components', 'entrypoints'],
  temml: ['components'],
  lucide: ['components', 'entrypoints'],
}

/** @throws where a line of the tables can't be understood, so that no line is skipped in silence */
export function readTables(markdown: string): Tables {
  const rooms = rowsBelow(markdown, 'may import').map(([folder = '', , imports = '']) => [
    nameOf(folder),
    roomFrom(imports),
  ])
  const orders = rowsBelow(markdown, 'levels from the top').map(([folder = '', levels = '']) => [
    unquoted(folder),
    levels.split(';').map((level) => level.split(',').map(unquoted)),
  ])
  return { rooms: Object.fromEntries(rooms), orders: Object.fromEntries(orders) }
}

const architecture = fileURLToPath(new URL('../../docs/architecture.md', import.meta.url))
export const tables = readTables(readFileSync(architecture, 'utf8'))

/** The cells of the rows of a table that has a column of this title. */
function rowsBelow(markdown: string, title: string): string[][] {
  const lines = markdown.split('\n')
  const head = lines.findIndex((line) => line.startsWith('|') && line.includes(`| ${title} |`))
  if (head < 0) throw new Error(`There is no table with a column "${title}"`)
  const rows = lines.slice(head + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** "nothing", "all", or names as in "`papers`, `errors`, types of `db`" */
function roomFrom(cell: string): Room {
  if (cell === 'all') return { imports: 'everything', typesOf: [] }
  const parts = cell === 'nothing' ? [] : cell.split(',').map((part) => part.trim())
  const isTypes = (part: string) => part.startsWith('types of ')
  return {
    imports: parts.filter((part) => !isTypes(part)).map(unquoted),
    typesOf: parts.filter(isTypes).map((part) => unquoted(part.slice('types of '.length))),
  }
}

function nameOf(folder: string): string {
  return unquoted(folder).replace(/^lib\//, '')
}

function unquoted(text: string): string {
  const [, inside] = /^`([\w./-]+)`$/.exec(text.trim()) ?? []
  if (inside === undefined) throw new Error(`"${text}" is no name in a table of architecture.md`)
  return inside
}

/** `papers` for `lib/papers/paper.ts`, `components` for `components/popup/popup.tsx`, `scripts`, `tests`. */
export function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  const both = `${first}/${second}`
  if (both in tables.rooms) return both
  return first === 'lib' ? second : first
}

/** Imports of a file that its room, or its place within the room, does not allow. */
export function checkImports(file: SourceFile): Finding[] {
  const from = roomOf(file.path)
  const room = tables.rooms[from]
  if (room === undefined) return [`${file.path}:1 ${from} has no line in the table of rooms`]
  return importsOf(file).flatMap(({ specifier, target, line, isTypeOnly }) => {
    const problem =
      target === undefined
        ? packageProblem(from, specifier)
        : (roomProblem(from, room, roomOf(target), isTypeOnly) ?? orderProblem(file.path, target))
    return problem === undefined ? [] : [`${file.path}:${line} ${problem} (${specifier})`]
  })
}

/** A file of a folder with an order that stands in none of its levels. */
export function checkPlace({ path }: SourceFile): Finding[] {
  const folder = orderedFolderOf(path)
  return folder === undefined || levelOf(folder, path) !== undefined
    ? []
    : [`${path} is in no level of ${folder}`]
}

function roomProblem(
  from: string,
  room: Room,
  to: string,
  isTypeOnly: boolean,
): string | undefined {
  if (!(to in tables.rooms))
    return `${from} may not import ${to}, which is no part of the extension`
  if (to === from || room.imports === 'everything' || room.imports.includes(to)) return undefined
  if (!room.typesOf.includes(to)) return `${from} may not import ${to}`
  return isTypeOnly ? undefined : `${from} may import only types from ${to}`
}

/** Within a folder with an order, imports go down, or stay within one folder. */
function orderProblem(from: string, to: string): string | undefined {
  const folder = orderedFolderOf(from)
  if (folder === undefined || folder !== orderedFolderOf(to)) return undefined
  const [above, below] = [levelOf(folder, from), levelOf(folder, to)]
  if (above === undefined || below === undefined) return undefined
  if (below.level > above.level || below.name === above.name) return undefined
  return `${above.name} may not import ${below.name}, which is not below it in ${folder}`
}

function orderedFolderOf(path: string): string | undefined {
  return Object.keys(tables.orders).find((folder) => path.startsWith(`${folder}/`))
}

/** The level of a file, from 0 at the top, and what of it stands in the table: a folder, or the file itself. */
function levelOf(folder: string, path: string): { level: number; name: string } | undefined {
  const [first = ''] = path.slice(folder.length + 1).split('/')
  const names = [first, `${first}.ts`]
  for (const [level, places] of (tables.orders[folder] ?? []).entries()) {
    const name = places.find((place) => names.includes(place))
    if (name !== undefined) return { level, name }
  }
  return undefined
}

function packageProblem(from: string, specifier: string): string | undefined {
  if (/^[@~]{1,2}\//.test(specifier)) return 'a file of ours is imported by a relative path'
  const owner = Object.entries(packages).find(
    ([name]) => specifier === name || specifier.startsWith(`${name}/`),
  )
  if (owner === undefined || owner[1].includes(from)) return undefined
  return `${owner[0]} is for ${owner[1].join(', ')} only`
}
