import type { DogearDatabase } from '../db/database'
import {
  addSegment,
  beginIndex,
  getIndexState,
  hasMoreChanges,
  type IndexSlice,
  readChanges,
  readSegments,
  replaceSegments,
  type SegmentPlace,
  scanPapers,
  segmentPlaces,
} from '../db/papers/search-index'
import { SegmentBuilder } from './build-segment'
import { documentOf } from './document'
import { indexFormat, waitingChanges } from './index-format'
import { mergeSegments } from './merge-segments'

/** How many papers make a segment at first. */
const sliceSize = 250
/** So many segments of a level become one of the next. */
const mergedAtOnce = 8
/** How long the work goes on without letting others have their turn, in milliseconds. */
const longestStretch = 12

export interface UpdateInput {
  readonly signal: AbortSignal
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>
  /** Milliseconds of any clock. */
  readonly clock: () => number
}

/**
 * Brings the search index up to date, except for a few changes, which a search reads besides it. Each slice is
 * stored when it is done: killed at any time, the next call goes on from there. Never to be called twice at
 * once.
 *
 * @throws an AbortError when the signal ends it
 */
export async function updateIndex(db: DogearDatabase, input: UpdateInput): Promise<void> {
  const turn = turns(input)
  for (;;) {
    await turn()
    // Read again each time: the index may have been erased.
    const state = (await getIndexState(db, indexFormat)) ?? (await beginIndex(db, indexFormat))
    const hasChanges = await hasMoreChanges(db, waitingChanges)
    if (state.isScanned && !hasChanges) break
    const slice = hasChanges
      ? await readChanges(db, state, sliceSize)
      : await scanPapers(db, state, sliceSize)
    await addSlice(db, slice, turn)
    await mergeDue(db, turn)
  }
}

async function addSlice(db: DogearDatabase, slice: IndexSlice, turn: Turn): Promise<void> {
  const builder = new SegmentBuilder()
  for (const paper of slice.papers) {
    builder.add(documentOf(paper))
    await turn()
  }
  await addSegment(db, builder.finish(), slice)
}

/** Newer segments are of lower levels, so that those of one level stand next to each other. */
async function mergeDue(db: DogearDatabase, turn: Turn): Promise<void> {
  for (;;) {
    const places = await segmentPlaces(db)
    const due = places.slice(-mergedAtOnce)
    if (!isLevel(due)) return
    const segments = await readSegments(db, due)
    const merged = await mergeSegments(segments, due.length === places.length, turn)
    await replaceSegments(db, due, merged)
  }
}

function isLevel(places: readonly SegmentPlace[]): boolean {
  const [first] = places
  return places.length === mergedAtOnce && places.every(({ level }) => level === first?.level)
}

type Turn = () => Promise<void>

function turns({ signal, pause, clock }: UpdateInput): Turn {
  let since = clock()
  return async () => {
    signal.throwIfAborted()
    if (clock() - since < longestStretch) return
    await pause()
    since = clock()
    signal.throwIfAborted()
  }
}
