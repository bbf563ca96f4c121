import { importsOf } from './imports'
import { type Finding, findInCode, type SourceFile } from './source-files'

interface Room {
  readonly imports: readonly string[] | 'everything'
  /** What it may import besides, but only for its types. */
  readonly typesOf?: readonly string[]
}

/** Who may import whom, as the table in docs/architecture.md has it. */
const rooms: Readonly<Record<string, Room>> = {
  papers: { imports: [] },
  settings: { imports: ['papers'] },
  search: { imports: ['papers', 'db'] },
  errors: { imports: ['papers'] },
  dom: { imports: [] },
  sites: { imports: ['papers', 'dom'] },
  sources: { imports: ['papers', 'errors'] },
  messaging: { imports: ['papers', 'settings', 'errors'] },
  i18n: { imports: ['papers', 'errors'] },
  db: { imports: ['papers', 'settings', 'errors'], typesOf: ['sources'] },
  sync: { imports: ['db', 'sources', 'papers', 'settings', 'errors'] },
  backup: { imports: ['db', 'papers', 'errors'] },
  notify: { imports: ['db', 'queries', 'sources', 'papers', 'search', 'settings'] },
  annotate: { imports: ['papers', 'dom', 'sites', 'messaging', 'settings', 'i18n', 'errors'] },
  hooks: {
    imports: [
      'db',
      'queries',
      'browser',
      'messaging',
      'papers',
      'settings',
      'errors',
      'search',
      'backup',
      'notify',
    ],
  },
  export: { imports: ['papers'] },
  queries: { imports: ['db', 'papers', 'search', 'settings'], typesOf: ['messaging'] },
  browser: { imports: [] },
  // A component is handed the database and passes it on to a hook.
  components: {
    imports: [
      'papers',
      'hooks',
      'browser',
      'i18n',
      'errors',
      'messaging',
      'export',
      'settings',
      'search',
    ],
    typesOf: ['db', 'queries'],
  },
  entrypoints: { imports: 'everything' },
}

/** Packages that belong to some rooms only; the others may be imported anywhere. */
const packages: Readonly<Record<string, readonly string[]>> = {
  dexie: ['db', 'hooks'],
  preact: ['hooks', 'components', 'entrypoints'],
  temml: ['components'],
  lucide: ['components', 'entrypoints'],
}

/** `papers` for `lib/papers/paper.ts`, `components` for `components/popup/popup.tsx`, `scripts`, `tests`. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'lib' ? second : first
}

export function checkImports(file: SourceFile): Finding[] {
  const from = roomOf(file.path)
  const room = rooms[from]
  if (room === undefined) return [`${file.path}:1 ${from} has no line in the table of rooms`]
  return importsOf(file).flatMap(({ specifier, target, line, isTypeOnly }) => {
    const problem =
      target === undefined
        ? packageProblem(from, specifier)
        : roomProblem(from, room, roomOf(target), isTypeOnly)
    return problem === undefined ? [] : [`${file.path}:${line} ${problem} (${specifier})`]
  })
}

function roomProblem(
  from: string,
  room: Room,
  to: string,
  isTypeOnly: boolean,
): string | undefined {
  if (!(to in rooms)) return `${from} may not import ${to}, which is no part of the extension`
  if (to === from || room.imports === 'everything' || room.imports.includes(to)) return undefined
  if (!room.typesOf?.includes(to)) return `${from} may not import ${to}`
  return isTypeOnly ? undefined : `${from} may import only types from ${to}`
}

function packageProblem(from: string, specifier: string): string | undefined {
  if (/^[@~]{1,2}\//.test(specifier)) return 'a file of ours is imported by a relative path'
  const owner = Object.entries(packages).find(
    ([name]) => specifier === name || specifier.startsWith(`${name}/`),
  )
  if (owner === undefined || owner[1].includes(from)) return undefined
  return `${owner[0]} is for ${owner[1].join(', ')} only`
}

const markup =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|parseHTMLUnsafe|srcdoc|createContextualFragment)\b|\bdocument\.write(?:ln)?\b/g
const codeFromText = /\beval\s*\(|\bnew\s+Function\b|\bset(?:Timeout|Interval)\(\s*['"`]/g

/** Text from outside is text: nothing turns a string into elements or into code. */
export function checkStringsAsCode(file: SourceFile): Finding[] {
  return [markup, codeFromText].flatMap((pattern) =>
    findInCode(file, pattern).map(
      ({ match, line }) => `${file.path}:${line} a string becomes markup or code (${match[0]})`,
    ),
  )
}

const walks =
  /(?<!\.)\.(?:parent(?:Element|Node)|(?:first|last)(?:Element)?Child|childNodes|children|(?:next|previous)(?:Element)?Sibling)\b/g
const readsOfPage =
  /(?<!\.)\.(?:closest|contains|after|before|checkVisibility|isContentEditable|shadowRoot)\b/g
const listens = /\baddEventListener\(/g
/** What hears something else than the user, and says in each case what that is. */
const listeners = /\/(?:user-events|guest|private-frame|page-watcher|annotate)\.ts$/

/**
 * What a page has in it is read through lib/dom, since a form answers for its fields by their names; and what is heard
 * in a page comes from the user.
 */
export function checkPageNodes(file: SourceFile): Finding[] {
  const room = roomOf(file.path)
  if (room !== 'annotate' && room !== 'sites') return []
  const patterns = room === 'annotate' ? [walks, readsOfPage] : [walks]
  const reads = patterns.flatMap((pattern) =>
    findInCode(file, pattern).map(
      ({ match, line }) => `${file.path}:${line} a page can answer instead (${match[0]})`,
    ),
  )
  if (room !== 'annotate' || listeners.test(file.path)) return reads
  const heard = findInCode(file, listens).map(
    ({ line }) => `${file.path}:${line} an event may come from a script of the page`,
  )
  return [...reads, ...heard]
}

const table =
  /\bdb\s*\??\.\s*(?:papers|abstracts|lists|seen|entries|syncStates|listStates|hostStates|siteStates|histories|chores|completions|voteHistories|linkedWorks|joins|journal|importParts|applied|settings|watches|announced|unindexed|segments|indexStates|changes|backupStates)\b/g

/** Only lib/db knows the tables. */
export function checkTableNames(file: SourceFile): Finding[] {
  if (roomOf(file.path) === 'db') return []
  return findInCode(file, table).map(
    ({ match, line }) => `${file.path}:${line} a table is used outside of lib/db (${match[0]})`,
  )
}

const kebabCase = /^[a-z\d]+(?:-[a-z\d]+)*(?:\.[a-z\d]+(?:-[a-z\d]+)*)*$/
const saysNothing = /^(?:utils?|utilities|helpers?|misc|common|shared|stuff)$/

/** A name says what is in the file, in kebab-case. */
export function checkName(path: string): Finding[] {
  return path.split('/').flatMap((part) => {
    const [name = ''] = part.split('.')
    if (!kebabCase.test(part)) return [`${path} ${part} is not in kebab-case`]
    return saysNothing.test(name) ? [`${path} ${name} does not say what is in it`] : []
  })
}
