import type { DogearDatabase } from '../db/database'
import { findPapers, namesOf, storePaper } from '../db/papers/papers'
import {
  type CompletionRow,
  dueCompletions,
  endCompletion,
  noteCompletionFailure,
  startCompletion,
} from '../db/states/completions'
import { failureOf } from '../errors/failure'
import type { Failure } from '../errors/result'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import { paperSources } from '../sources/paper-sources'
import type { ListedPaper } from '../sources/source'
import { type AskInput, askSource } from './ask-source'
import { longestWait, nextTry, ownWait } from './back-off'

/** Then the paper keeps its name alone, until the user does something with it again or its page is opened. */
const mostTries = 8

/**
 * Notes that what there is to know about a paper is to be fetched, where that makes sense: it has no title yet,
 * and there is a source that could know it. `completeDue` then fetches it.
 *
 * @param now milliseconds since the epoch
 * @returns whether that is news
 */
export async function beginCompletion(
  db: DogearDatabase,
  paperId: PaperId,
  now: number,
): Promise<boolean> {
  const known = await findPaper(db, paperId)
  if (hasTitle(known)) return false
  const names = allNamesOf(paperId, known)
  const canBeAsked = paperSources.some(({ request }) =>
    names.some((name) => request(name) !== undefined),
  )
  return canBeAsked && (await startCompletion(db, paperId, now))
}

export interface CompletionInput extends AskInput {
  /** More, or something else, is known about these papers, or how it goes has changed. */
  readonly onChange: (paperIds: readonly PaperId[]) => void
}

/**
 * Fetches title and authors of papers that are known by name alone and are due, one after the other. A paper
 * that could not be had is tried again later; one that nobody knows is not. The entries that the user made stay
 * whatever comes of this. Never to be called twice at once.
 *
 * @throws FailureError or an AbortError when the signal ends it
 */
export async function completeDue(input: CompletionInput): Promise<void> {
  for (const row of await dueCompletions(input.db, input.now(), longestWait)) {
    const failure = await complete(row, input)
    // The others would only use up their tries.
    if (failure?.code === 'offline') return
  }
}

async function complete(row: CompletionRow, input: CompletionInput): Promise<Failure | undefined> {
  const { db, onChange } = input
  const { paperId } = row
  try {
    const told = await findOut(paperId, input)
    if (told !== undefined) await storePaper(db, told)
    await endCompletion(db, paperId)
    onChange([...new Set([paperId, ...(told === undefined ? [] : namesOf(told.paper))])])
    return undefined
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'cancelled') throw error
    await noteFailure(row, failure, input)
    onChange([paperId])
    return failure
  }
}

/**
 * Asks the sources in order, until one knows the paper. A source that can't be asked does not stop the others.
 *
 * @returns undefined where nobody knows the paper, or its title has become known in the meantime
 * @throws what the first source threw that could not be asked, where no other knows the paper
 */
async function findOut(paperId: PaperId, input: AskInput): Promise<ListedPaper | undefined> {
  const known = await findPaper(input.db, paperId)
  if (hasTitle(known)) return undefined
  const names = allNamesOf(paperId, known)
  let failure: unknown
  for (const source of paperSources) {
    try {
      const told = await askSource(source, names, input)
      if (told !== undefined) return told
    } catch (error) {
      input.signal.throwIfAborted()
      failure ??= error
    }
  }
  if (failure !== undefined) throw failure
  return undefined
}

async function noteFailure(
  { paperId, failures: before }: CompletionRow,
  failure: Failure,
  { db, now }: AskInput,
): Promise<void> {
  const failures = before + 1
  if (failures >= mostTries) {
    await endCompletion(db, paperId)
  } else {
    // Without a connection too, or each start of the worker would be a try.
    const notBefore = nextTry(failure, failures, now()) ?? now() + ownWait(failures)
    await noteCompletionFailure(db, paperId, failure, notBefore)
  }
}

async function findPaper(db: DogearDatabase, paperId: PaperId): Promise<Paper | undefined> {
  return (await findPapers(db, [paperId])).get(paperId)
}

function hasTitle(paper: Paper | undefined): boolean {
  return paper !== undefined && paper.title !== ''
}

/** Every name under which a source may know the paper. */
function allNamesOf(paperId: PaperId, known: Paper | undefined): PaperId[] {
  return known === undefined ? [paperId] : [paperId, ...namesOf(known)]
}
