import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../lib/papers/entry'
import { SegmentBuilder } from '../../../lib/search/build-segment'
import { type Document, documentOf } from '../../../lib/search/document'
import { mergeSegments } from '../../../lib/search/merge-segments'
import type { Filter, Query, Term } from '../../../lib/search/query'
import { Snapshot } from '../../../lib/search/snapshot'
import { wordsIn } from '../../../lib/search/words'
import { nth, paper } from '../db/samples'
import { isFound, type Known } from './naive-find'

const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'Bá', 'kv-cache', '力', '意力', 'ab力意', '10')
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
const day = fc.constantFrom('2025', '2026-05', '2026-05-02', '2026-07-01')

const known = fc
  .record({
    n: fc.integer({ min: 1, max: 12 }),
    title: text,
    authors: fc.array(text, { maxLength: 2 }),
    keywords: fc.array(text, { maxLength: 2 }),
    organization: fc.option(text, { nil: undefined }),
    aiSummary: fc.option(text, { nil: undefined }),
    publishedOn: fc.option(day, { nil: undefined }),
    hasCode: fc.boolean(),
    abstract: text,
    entry: fc.option(
      fc.record({
        tags: fc.uniqueArray(
          text.filter((tag) => tag !== ''),
          { maxLength: 2 },
        ),
        note: text,
        status: fc.constantFrom('saved', 'read'),
      }),
      { nil: undefined },
    ),
  })
  .map(({ n, hasCode, abstract, entry, ...fields }): Known => {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined)
    const code = { url: 'https://github.com/alder/one' }
    return {
      paper: paper(nth(n), { ...Object.fromEntries(given), ...(hasCode && { code }) }),
      abstract,
      entry: entry && { ...entry, paperId: nth(n), createdAt: 1, updatedAt: 1 },
    }
  })

const term = fc.record(
  {
    words: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => wordsIn(words.join(' '))),
    field: fc.constantFrom('title', 'author', 'org', 'keyword'),
    isPrefix: fc.boolean(),
    isExcluded: fc.boolean(),
  },
  { requiredKeys: ['words', 'isPrefix', 'isExcluded'] },
) as fc.Arbitrary<Term>

const filter: fc.Arbitrary<Filter> = fc
  .tuple(
    fc.boolean(),
    fc.oneof(
      text.map((tag) => ({ kind: 'tag' as const, tag })),
      fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom('saved', 'read') }),
      fc.record({
        kind: fc.constant('has' as const),
        what: fc.constantFrom('code', 'note', 'tags'),
      }),
      fc.record({ kind: fc.constantFrom('after', 'before'), day }),
    ),
  )
  .map(([isExcluded, rest]) => ({ isExcluded, ...rest }))

const query: fc.Arbitrary<Query> = fc.record({
  terms: fc.array(term, { maxLength: 3 }),
  filters: fc.array(filter, { maxLength: 2 }),
})

/** What was known at one time after the other: a paper can be in several of them, or be gone in one. */
const times = fc.array(
  fc.record({
    known: fc.uniqueArray(known, { selector: ({ paper }) => paper.id, maxLength: 6 }),
    gone: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 2 }),
  }),
  { maxLength: 5 },
)

type Times = typeof times extends fc.Arbitrary<infer T> ? T : never

function documentsOf({ known, gone }: Times[number]): Document[] {
  const papers = known.map(({ paper, abstract }) =>
    documentOf({ id: paper.id, paper, abstract: abstract === '' ? undefined : abstract }),
  )
  const ids = new Set(papers.map(({ id }) => id))
  const removed = gone.map(nth).filter((id) => !ids.has(id))
  const nothing = { paper: undefined, abstract: undefined }
  return [...papers, ...removed.map((id) => documentOf({ id, ...nothing }))]
}

function segmentOf(documents: readonly Document[]) {
  const builder = new SegmentBuilder()
  for (const document of documents) builder.add(document)
  return builder.finish()
}

/** What is known in the end. */
function lastKnown(all: Times): Known[] {
  const last = new Map<string, Known>()
  for (const { known, gone } of all) {
    for (const n of gone) last.delete(nth(n))
    for (const one of known) last.set(one.paper.id, one)
  }
  return [...last.values()]
}

const noTurn = () => Promise.resolve()

describe('the index', () => {
  test('finds what looking through all texts finds', async () => {
    await fc.assert(
      fc.asyncProperty(times, query, fc.boolean(), async (all, asked, isMerged) => {
        const segments = all.map((time) => segmentOf(documentsOf(time)))
        const snapshot = new Snapshot(
          isMerged ? [await mergeSegments(segments, true, noTurn)] : segments,
        )
        const expected = lastKnown(all)
        snapshot.addEntries(expected.flatMap(({ entry }): Entry[] => (entry ? [entry] : [])))
        const wanted = expected.filter((one) => isFound(one, asked)).map(({ paper }) => paper.id)
        const { paperIds, total } = snapshot.find(asked, 100)
        expect([...paperIds].sort()).toEqual(wanted.sort())
        expect(total).toBe(wanted.length)
      }),
      { numRuns: 500 },
    )
  })

  test('gives the same first ones whatever the limit', () => {
    fc.assert(
      fc.property(times, query, fc.integer({ min: 0, max: 12 }), (all, asked, limit) => {
        const snapshot = new Snapshot(all.map((time) => segmentOf(documentsOf(time))))
        const { paperIds } = snapshot.find(asked, 100)
        expect(snapshot.find(asked, limit).paperIds).toEqual(paperIds.slice(0, limit))
      }),
    )
  })

  test('is the same merged as built in one go', async () => {
    await fc.assert(
      fc.asyncProperty(times, async (all) => {
        const documents = all.flatMap(documentsOf)
        const newest = documents.filter(
          ({ id, isGone }, index) =>
            !isGone && !documents.slice(index + 1).some((other) => other.id === id),
        )
        const segments = all.map((time) => segmentOf(documentsOf(time)))
        expect(await mergeSegments(segments, true, noTurn)).toEqual(segmentOf(newest))
      }),
    )
  })

  test('keeps in a merge that a paper is gone, where older segments may have it', async () => {
    const old = segmentOf(documentsOf({ known: [], gone: [] }))
    const gone = segmentOf(documentsOf({ known: [], gone: [1] }))
    const older = segmentOf([
      documentOf({ id: nth(1), paper: paper(nth(1), { title: 'Alder' }), abstract: undefined }),
    ])
    const snapshot = new Snapshot([older, await mergeSegments([old, gone], false, noTurn)])
    expect(snapshot.find({ terms: [], filters: [] }, 9)).toEqual({ paperIds: [], total: 0 })
  })

  test('holds texts as long as they may be', () => {
    const abstract = `${'word '.repeat(70_000)}alder birch`
    const snapshot = new Snapshot([
      segmentOf([documentOf({ id: nth(1), paper: paper(nth(1)), abstract })]),
    ])
    const asked = (words: string[]) =>
      snapshot.find({ terms: [{ words, isPrefix: false, isExcluded: false }], filters: [] }, 9)
        .total
    expect(asked(['alder'])).toBe(1)
    expect(asked(['birch'])).toBe(1)
    expect(asked(['word', 'word'])).toBe(1)
  })
})
