import { backupTables, refetchableTables, userTables } from '../../lib/db/database'
import { roomOf } from './rooms'
import { type Finding, findInCode, type SourceFile } from './source-files'

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
const listeners = /\/(?:user-events|guest|private-frame|page-observer|annotate)\.ts$/

/**
 * What a page has in it is read through lib/dom, because a form answers for its fields by their names; and what is heard
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

const tables = [...userTables, ...refetchableTables, ...backupTables]
const table = new RegExp(`\\bdb\\s*\\??\\.\\s*(?:${tables.join('|')})\\b`, 'g')

/** Only lib/db knows the tables. */
export function checkTableNames(file: SourceFile): Finding[] {
  if (roomOf(file.path) === 'db') return []
  return findInCode(file, table).map(
    ({ match, line }) => `${file.path}:${line} a table is used outside of lib/db (${match[0]})`,
  )
}

const browserLanguage =
  /\bgetUILanguage\b|\.toLocale(?:Lower|Upper)Case\(\s*\)|\.toLocale(?:Date|Time)?String\(|\bIntl\.\w+Format\((?!'en)/g

/** Only lib/i18n knows the browser's language, which may be one that Dogear has no words in. */
export function checkLanguage(file: SourceFile): Finding[] {
  if (roomOf(file.path) === 'i18n') return []
  return findInCode(file, browserLanguage).map(
    ({ match, line }) =>
      `${file.path}:${line} follows the browser's language, not that of the words (${match[0]})`,
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
