import * as z from 'zod/mini'
import { checkPaper, checkUserRow, isBackedUp } from '../db/user-data/user-rows'
import { type Chunk, tableOfChunk } from './chunks'
import { crc32 } from './crc32'

/*
 * A backup as it lies in a store of keys and values, so that a kill in the middle of writing it leaves one that is
 * whole: two manifests, `a` and `b`, and of each chunk up to two versions, `a` and `b` as well. A new generation
 * writes what has changed beside what the newest manifest names, then the other manifest, and only then removes
 * what neither names. `docs/decisions/0018` has the reasons.
 */

/** What is asked of the store: `browser.storage.local` has it. */
export interface KeyValueStore {
  get(keys: string[]): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: string[]): Promise<void>
}

const slots = ['a', 'b'] as const
type Slot = (typeof slots)[number]

const count = z.int().check(z.nonnegative())

const chunkFacts = z.strictObject({
  slot: z.enum(slots),
  /** CRC-32 of the text. */
  crc: count,
  rows: count,
  /** The length of the text. */
  size: count,
})
type ChunkFacts = z.infer<typeof chunkFacts>

const manifest = z.object({
  format: z.literal(1),
  /** Which database it is a backup of. */
  databaseId: z.string().check(z.minLength(1)),
  /** One more than that of the backup before. */
  generation: count,
  /** Milliseconds since the epoch. */
  at: z.number(),
  /** The last change that is in it, by the number that the database gave it. */
  through: count,
  chunks: z.record(z.string(), chunkFacts),
})
export type Manifest = z.infer<typeof manifest>

const sealed = z.object({ text: z.string(), crc: count })

/** The manifests that are whole, the newest first. */
export async function readManifests(store: KeyValueStore): Promise<Manifest[]> {
  const stored = await store.get(slots.map(manifestKey))
  return slots
    .flatMap((slot) => {
      const { data } = sealed.safeParse(stored[manifestKey(slot)])
      if (data === undefined || crc32(data.text) !== data.crc) return []
      return manifest.safeParse(JSON.parse(data.text)).data ?? []
    })
    .sort((one, other) => other.generation - one.generation)
}

/**
 * The chunks of a backup with these names.
 *
 * @returns by name; undefined for one that is missing or damaged. What is no row is left out, and counted
 */
export async function readChunks(
  store: KeyValueStore,
  { chunks }: Manifest,
  names: readonly string[],
): Promise<Map<string, ReadChunk | undefined>> {
  const wanted = names.flatMap((name) => {
    const facts = chunks[name]
    return facts === undefined ? [] : [{ name, facts }]
  })
  const stored = await store.get(wanted.map(({ name, facts }) => chunkKey(facts.slot, name)))
  return new Map(
    wanted.map(({ name, facts }) => [
      name,
      parseChunk(name, stored[chunkKey(facts.slot, name)], facts),
    ]),
  )
}

interface ReadChunk extends Chunk {
  /** How many rows were none. */
  readonly refused: number
}

const chunkText = z.object({ rows: z.array(z.unknown()), papers: z.array(z.unknown()) })

function parseChunk(name: string, text: unknown, { crc }: ChunkFacts): ReadChunk | undefined {
  const table = tableOfChunk(name)
  if (typeof text !== 'string' || crc32(text) !== crc || !isBackedUp(table)) return undefined
  const { data } = chunkText.safeParse(JSON.parse(text))
  if (data === undefined) return undefined
  const rows = data.rows.flatMap((row) => checkUserRow(table, row).row ?? [])
  const papers = data.papers.flatMap((paper) => checkPaper(paper).row ?? [])
  return { rows, papers, refused: data.rows.length - rows.length }
}

/** What is new in a generation. */
export interface NewGeneration extends Pick<Manifest, 'databaseId' | 'at' | 'through'> {
  /** The chunks that have changed; the others are as in the generation before. */
  readonly chunks: ReadonlyMap<string, Chunk>
}

/**
 * Writes the next generation.
 *
 * @param before the newest manifest, undefined to write everything again
 * @param older the other one
 * @throws what the store throws; `before` is then still whole
 */
export async function writeGeneration(
  store: KeyValueStore,
  [before, older]: readonly Manifest[],
  { chunks, ...facts }: NewGeneration,
): Promise<Manifest> {
  const all: Record<string, ChunkFacts> = { ...before?.chunks }
  let items: Record<string, string> = {}
  let length = 0
  for (const [name, chunk] of chunks) {
    delete all[name]
    if (chunk.rows.length === 0) continue
    const slot = before?.chunks[name]?.slot === 'a' ? 'b' : 'a'
    const text = JSON.stringify(chunk)
    all[name] = { slot, crc: crc32(text), rows: chunk.rows.length, size: text.length }
    items[chunkKey(slot, name)] = text
    length += text.length
    if (length < batchLength) continue
    await store.set(items)
    items = {}
    length = 0
  }
  await store.set(items)

  const next: Manifest = {
    format: 1,
    ...facts,
    generation: (before?.generation ?? 0) + 1,
    chunks: all,
  }
  const text = JSON.stringify(next)
  await store.set({ [manifestKey(slotOf(next))]: { text, crc: crc32(text) } })

  const named = new Set([next, before].flatMap((one) => (one === undefined ? [] : keysOf(one))))
  const unnamed = older === undefined ? [] : keysOf(older).filter((key) => !named.has(key))
  if (unnamed.length > 0) await store.remove(unnamed)
  return next
}

/** So many characters are written at once: a browser hands them over in one message. */
const batchLength = 1_000_000

/** Removes every backup. A kill in the middle leaves none that is whole. */
export async function removeBackups(store: KeyValueStore, names: readonly string[]): Promise<void> {
  await store.remove(slots.map(manifestKey))
  await store.remove(slots.flatMap((slot) => names.map((name) => chunkKey(slot, name))))
}

/** About how much room a backup takes in the store, in bytes. */
export function sizeOf({ chunks }: Manifest): number {
  return Object.values(chunks).reduce((total, { size }) => total + size, 0)
}

/** How many rows of a table a backup has; all where none is named. */
export function countRows({ chunks }: Manifest, table?: string): number {
  return Object.entries(chunks).reduce(
    (total, [name, { rows }]) =>
      table === undefined || tableOfChunk(name) === table ? total + rows : total,
    0,
  )
}

function keysOf({ chunks }: Manifest): string[] {
  return Object.entries(chunks).map(([name, { slot }]) => chunkKey(slot, name))
}

function slotOf({ generation }: Manifest): Slot {
  return generation % 2 === 0 ? 'a' : 'b'
}

function manifestKey(slot: Slot): string {
  return `backup/${slot}`
}

function chunkKey(slot: Slot, name: string): string {
  return `backup/${slot}/${name}`
}
