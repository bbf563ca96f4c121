import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DogearDatabase } from '../../lib/db/database'
import { hfDaily } from '../../lib/sources/hf-daily'
import { syncList } from '../../lib/sync/sync-list'
import { dump, freshDatabase } from '../unit/db/samples'

const folder = path.resolve(import.meta.dirname, '../../../shared/data/hf-daily')
const isCaptured = existsSync(folder)
if (!isCaptured) {
  console.warn(`NOT TESTED: the captured data is absent (${folder}), so no day is replayed.`)
}

/** What the independent count reads of a reply; the code under test has its own idea of the format. */
interface RawItem {
  paper: {
    id: string
    title: string
    summary: string
    upvotes: number
    authors: { name: string; hidden: boolean }[]
  }
}

/** A time after all captured days: a list of days to come is a bad reply. */
const after = Date.parse('2026-12-01')

describe.skipIf(!isCaptured)('replaying every captured day', () => {
  test('loses nothing, and changes nothing the second time', { timeout: 120_000 }, async () => {
    const replies = new Map(
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => [file.slice(0, 10), readFileSync(path.join(folder, file), 'utf8')]),
    )
    const expected = countOf(replies)
    const db = freshDatabase()
    await db.open()

    const start = performance.now()
    const skipped = await replay(db, replies, after)
    const ingestTime = performance.now() - start

    const lists = await db.lists.toArray()
    const papers = new Map((await db.papers.toArray()).map((paper) => [paper.id as string, paper]))
    const abstracts = new Map(
      (await db.abstracts.toArray()).map(({ id, text }) => [id as string, text]),
    )
    console.info(
      `replay: ${lists.length} lists, ${expected.items} items, ${papers.size} papers, ` +
        `${abstracts.size} abstracts, ${skipped} skipped`,
    )

    expect(skipped).toBe(0)
    expect(lists.map((list) => [list.key, list.paperIds])).toEqual(
      [...expected.days].map(([day, ids]) => [`hf-daily/day/${day}`, ids]),
    )
    expect(papers.size).toBe(expected.papers.size)
    const wrong = [...expected.papers].filter(([id, { item, day, rank }]) => {
      const paper = papers.get(id)
      const names = item.authors.filter(({ hidden }) => !hidden).map(({ name }) => authorOf(name))
      return (
        letters(paper?.title) !== letters(item.title) ||
        letters(abstracts.get(id)) !== letters(item.summary) ||
        JSON.stringify(paper?.authors.map(words)) !== JSON.stringify(names) ||
        paper?.votes !== item.upvotes ||
        paper.listed?.day !== day ||
        paper.listed.rank !== rank
      )
    })
    expect(wrong).toEqual([])

    const before = await dump(db)
    expect(await replay(db, replies, after + 1)).toBe(0)
    expect(await dump(db)).toEqual(before)

    const bareTime = await barePut(db)
    console.info(
      `ingest: ${ingestTime.toFixed(0)} ms with parsing, ${bareTime.toFixed(0)} ms for a bare ` +
        `bulkPut of the same rows, ${(ingestTime / bareTime).toFixed(2)} times as long`,
    )
  })
})

/** @returns how many items were skipped */
async function replay(
  db: DogearDatabase,
  replies: ReadonlyMap<string, string>,
  now: number,
): Promise<number> {
  const fetch: typeof globalThis.fetch = async (address) => {
    const day = new URL(String(address)).searchParams.get('date') ?? ''
    return new Response(replies.get(day), { headers: { 'content-type': 'application/json' } })
  }
  const { signal } = new AbortController()
  let skipped = 0
  for (const day of replies.keys()) {
    const period = { kind: 'day', day } as const
    skipped += (await syncList({ db, source: hfDaily, period, fetch, now, signal })).skipped
  }
  return skipped
}

/** Straight from the JSON: each day's ids in order, and each paper as it was last told. */
function countOf(replies: ReadonlyMap<string, string>) {
  const days = new Map<string, string[]>()
  const papers = new Map<string, { item: RawItem['paper']; day: string; rank: number }>()
  let items = 0
  for (const [day, reply] of replies) {
    const list = JSON.parse(reply) as RawItem[]
    items += list.length
    const ids = [...new Set(list.map(({ paper }) => `arxiv:${paper.id}`))]
    days.set(day, ids)
    for (const { paper } of list) {
      const id = `arxiv:${paper.id}`
      papers.set(id, { item: paper, day, rank: ids.indexOf(id) + 1 })
    }
  }
  return { days, papers, items }
}

/** One of the captured names begins with the "and" of its line, and one ends with the sign of a footnote. */
function authorOf(name: string): string {
  return words(name).replace(/^and |§$/g, '')
}

/** Its letters and digits without accents, and without TeX, of which a reader leaves what it means. */
function letters(text = ''): string {
  return text
    .replace(/\\([ij])(?![A-Za-z])/g, '$1')
    .replace(/\\[A-Za-z]+|[^\p{L}\p{N}\\]/gu, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function words(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')
}

/** How long the same rows take, list by list, without any reading or merging. In milliseconds. */
async function barePut(full: DogearDatabase): Promise<number> {
  const lists = await full.lists.toArray()
  const rows = await Promise.all(
    lists.map(async (list) => {
      const ids = [...list.paperIds]
      const papers = (await full.papers.bulkGet(ids)).filter((paper) => paper !== undefined)
      const abstracts = (await full.abstracts.bulkGet(ids)).filter((row) => row !== undefined)
      return { list, papers, abstracts }
    }),
  )
  const db = freshDatabase()
  await db.open()
  const start = performance.now()
  for (const { list, papers, abstracts } of rows) {
    await db.transaction('rw', db.lists, db.papers, db.abstracts, async () => {
      await db.papers.bulkPut(papers)
      await db.abstracts.bulkPut(abstracts)
      await db.lists.put(list)
    })
  }
  return performance.now() - start
}
