import type { DogearDatabase } from '../../../lib/db/database'
import { editEntry } from '../../../lib/db/entries/entries'
import { storePaper } from '../../../lib/db/papers/papers'
import type { EntryChange } from '../../../lib/papers/entry'
import type { Paper } from '../../../lib/papers/paper'
import type { PaperId } from '../../../lib/papers/paper-id'
import { type Found, openFinder } from '../../../lib/search/finder'
import type { Filter, Query, Term } from '../../../lib/search/query'
import { type UpdateInput, updateIndex } from '../../../lib/search/update-index'
import { wordsIn } from '../../../lib/search/words'
import { paper } from '../db/samples'

/** A turn of its own after each step, as if every step were long. */
export const input: UpdateInput = {
  signal: new AbortController().signal,
  pause: () => Promise.resolve(),
  clock: () => 0,
}

export async function store(
  db: DogearDatabase,
  id: PaperId,
  fields: Partial<Paper>,
  abstract = '',
): Promise<void> {
  await storePaper(db, { paper: paper(id, { authors: [], ...fields }), abstract })
}

export async function edit(
  db: DogearDatabase,
  paperId: PaperId,
  change: EntryChange,
): Promise<void> {
  await editEntry(db, { paperId, ...change }, 1)
}

/** Indexes everything, also the few papers that a search would read without an index. */
export async function indexAll(db: DogearDatabase): Promise<void> {
  await db.indexStates.clear()
  await updateIndex(db, input)
}

/** Each word is a term of its own; a text in quotes is one term, `*` at the end makes a prefix, `-` leaves out. */
export function query(typed: string, filters: readonly Filter[] = []): Query {
  const parts = typed.match(/-?(?:\w+:)?(?:"[^"]+"|\S+)\*?/g) ?? []
  return { terms: parts.map(term), filters }
}

function term(typed: string): Term {
  const [, minus, field, text = ''] = /^(-?)(?:(title|author|org|keyword):)?(.+)$/.exec(typed) ?? []
  return {
    words: wordsIn(text),
    ...(field !== undefined && { field: field as NonNullable<Term['field']> }),
    isPrefix: text.endsWith('*'),
    isExcluded: minus === '-',
  }
}

export async function find(
  db: DogearDatabase,
  typed: string,
  filters: readonly Filter[] = [],
): Promise<Found> {
  const finder = await openFinder(db)
  return finder.find(query(typed, filters), 50)
}

export async function found(
  db: DogearDatabase,
  typed: string,
  filters: readonly Filter[] = [],
): Promise<readonly PaperId[]> {
  return (await find(db, typed, filters)).paperIds
}
