import type { UpdateSpec } from 'dexie'
import { authorNames, withoutRepeats } from '../../papers/author-list'
import { changeEntry } from '../../papers/change-entry'
import type { Entry, EntryChange } from '../../papers/entry'
import { type EntryRecord, recordOf } from '../../papers/entry-record'
import { texText } from '../../papers/foreign-text/tex-text'
import { joinPapers } from '../../papers/join'
import type { Paper } from '../../papers/paper'
import type { PaperId } from '../../papers/paper-id'
import { once } from '../applied'
import type { DogearDatabase } from '../database'
import { getAbstract, storeAbstracts } from '../papers/abstracts'
import { findPapers, mergeIntoStored, namesOf } from '../papers/papers'
import type { JoinedNames } from '../rows'
import { joinEntries, joinPage } from './joins'
import { noteChange, tablesOfChange } from './journal'
import { entriesByName, entriesOf, mergedOf, namesFor } from './stored-entries'

export interface EntryEdit extends EntryChange {
  /** The paper's id, or one of its aliases. */
  readonly paperId: PaperId
  /** What the paper's own page says about it. */
  readonly page?: { readonly paper: Paper; readonly abstract?: string }
}

/**
 * Changes what the user knows about a paper. Reads and writes in one transaction, and writes only the fields
 * that change, so that nothing that another tab wrote in the meantime is lost.
 *
 * @param now milliseconds since the epoch
 * @param messageId of the message that asks for it, which is also the name of the change in the journal
 * @returns the entry as it is now stored
 */
export async function editEntry(
  db: DogearDatabase,
  edit: EntryEdit,
  now: number,
  messageId?: string,
): Promise<Entry> {
  const [entry] = await editEntries(db, [edit], now, messageId)
  if (entry === undefined) throw new Error('An edit gave no entry')
  return entry
}

/**
 * Changes several entries, in one transaction: either all changes are stored or none. They are one change in the
 * journal.
 *
 * @param edits one after the other; a paper may be among them under two names
 * @param now milliseconds since the epoch
 * @param messageId as of `editEntry`
 * @returns the entries as they were after each change, in the order of the changes
 */
export function editEntries(
  db: DogearDatabase,
  edits: readonly EntryEdit[],
  now: number,
  messageId?: string,
): Promise<Entry[]> {
  return db.transaction('rw', tablesOfChange(db), async () =>
    once(db, messageId, async () => {
      const entries: Entry[] = []
      const records: EntryRecord[] = []
      const joins: JoinedNames[] = []
      for (const edit of edits) {
        const { before, after, joined } = await applyEdit(db, edit, now)
        const record = recordOf(before, after)
        if (record !== undefined) records.push(record)
        if (joined !== undefined) joins.push(joined)
        entries.push(after)
      }
      const id = messageId ?? crypto.randomUUID()
      await noteChange(db, { id, entries: records, joined: joins }, now)
      return entries
    }),
  )
}

/** What an edit did. */
interface Applied {
  /** The paper's entry, as one, whatever names it was stored under. */
  readonly before: Entry | undefined
  readonly after: Entry
  /** The names that came together with it. */
  readonly joined: JoinedNames | undefined
}

async function applyEdit(
  db: DogearDatabase,
  { paperId, page, ...change }: EntryEdit,
  now: number,
): Promise<Applied> {
  // A page speaks for its own paper and no other.
  const isOwnPage = page !== undefined && namesOf(page.paper).includes(paperId)
  const alone = isOwnPage ? await findEntries(db, paperId) : undefined
  if (isOwnPage) await storePage(db, page, now)
  const { id, names, byName } = await findEntries(db, paperId)
  const before = mergedOf(id, entriesOf(names, byName))
  const isChange = Object.keys(change).length > 0
  if (isChange && id !== paperId && (await isJoinedAt(db, paperId, now))) {
    // Written on the page of this name, it goes with the name if the two turn out to be two.
    const own = changeEntry(byName.get(paperId), paperId, change, now)
    await db.entries.put(own)
    byName.set(paperId, own)
  }
  const joined = await joinEntries(db, id, entriesOf(names, byName), now)
  const after = changeEntry(joined, id, change, now)
  await writeEntry(db, joined, after)
  const others = alone === undefined ? [] : names.filter((name) => !alone.names.includes(name))
  if (alone === undefined || others.length === 0) return { before, after, joined: undefined }
  const unchanged = mergedOf(paperId, entriesOf(alone.names, alone.byName))
  const own = recordOf(unchanged, changeEntry(unchanged, paperId, change, now))
  return { before, after, joined: { paperId, names: others, ...(own !== undefined && { own }) } }
}

/**
 * Makes something else of a paper's entry. To be called in a transaction over `tablesOfChange`.
 *
 * @param paperId the paper's id, or one of its aliases
 * @param rewrite gets the entry as it is stored, and returns it as it is to be; undefined stands for none
 * @param now milliseconds since the epoch
 * @returns the paper's id
 */
export async function rewriteEntry(
  db: DogearDatabase,
  paperId: PaperId,
  now: number,
  rewrite: (current: Entry | undefined) => Entry | undefined,
): Promise<PaperId> {
  const { id, names, byName } = await findEntries(db, paperId)
  const before = await joinEntries(db, id, entriesOf(names, byName), now)
  const after = rewrite(before)
  if (after !== undefined) await writeEntry(db, before, { ...after, paperId: id })
  else if (before !== undefined) await db.entries.delete(id)
  return id
}

/** The entries that are stored under a paper's names, which are more than one until they are joined. */
async function findEntries(db: DogearDatabase, paperId: PaperId) {
  const paper = (await findPapers(db, [paperId])).get(paperId)
  const names = namesFor(paperId, paper)
  return { id: paper?.id ?? paperId, names, byName: await entriesByName(db, names) }
}

async function writeEntry(
  db: DogearDatabase,
  before: Entry | undefined,
  after: Entry,
): Promise<void> {
  if (before === undefined) await db.entries.add(after)
  else await db.entries.update(after.paperId, changedFields(before, after))
}

/** Whether it was at this time that the name became one of another paper's. */
async function isJoinedAt(db: DogearDatabase, name: PaperId, time: number): Promise<boolean> {
  const join = await db.joins.get(name)
  return join !== undefined && !join.isUndone && join.at === time
}

/**
 * What the page says is first of all said of the paper by the page's own name, so that it stays there if its
 * other names turn out to be another paper's. Of a paper that is kept by another name it only fills the gaps.
 */
async function storePage(
  db: DogearDatabase,
  { paper, abstract }: NonNullable<EntryEdit['page']>,
  now: number,
): Promise<void> {
  // Read here, not in the page: what a page's script holds is loaded into each page.
  const authors = withoutRepeats(authorNames(paper.authors.map(texText)))
  const read = { ...paper, aliases: [], authors, title: texText(paper.title) }
  const { changes } = await mergeIntoStored(db, [read])
  for (const { before, after } of changes.values()) {
    const isOther = before !== undefined && before.id !== read.id
    const own = isOther ? joinPapers(before, read) : after
    const isWeaker = isOther || own.origin === 'source'
    const isOverruled = isWeaker && (await getAbstract(db, own.id)) !== undefined
    if (abstract !== undefined && !isOverruled) {
      await storeAbstracts(db, [{ id: own.id, text: abstract }])
    }
    await joinPage(db, { before, after: own }, namesOf(paper), now)
  }
}

/** A field that `after` lacks is there as undefined, which removes it. */
function changedFields(before: Entry, after: Entry): UpdateSpec<Entry> {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Entry>
  fields.delete('paperId')
  return Object.fromEntries(
    [...fields].flatMap((field) =>
      before[field] === after[field] ? [] : [[field, after[field]] as const],
    ),
  )
}
