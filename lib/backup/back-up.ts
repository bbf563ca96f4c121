import { type BackedUpTable, backedUpTables, type DogearDatabase } from '../db/database'
import {
  type BackupStateRow,
  noteBackup,
  noteBackupFailure,
  recogniseDatabase,
} from '../db/user-data/backup-states'
import { readChanges } from '../db/user-data/changes'
import { getUserRows, keptPapers } from '../db/user-data/read-user-data'
import { isBackedUp, keyOfRow, type UserRow } from '../db/user-data/user-rows'
import { failureOf } from '../errors/failure'
import type { Entry } from '../papers/entry'
import { type Chunk, chunkName, chunkNames, groupBy, rowsByChunk } from './chunks'
import {
  countRows,
  type KeyValueStore,
  type Manifest,
  readChunks,
  readManifests,
  sizeOf,
  writeGeneration,
} from './generations'

export interface BackupInput {
  readonly db: DogearDatabase
  readonly store: KeyValueStore
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Makes an id that no other database has. */
  readonly newId: () => string
}

/** Finds out whether the database is the one that was backed up, and notes it there. */
export async function recognise(input: BackupInput): Promise<BackupStateRow> {
  return recogniseFrom(input, await readManifests(input.store))
}

function recogniseFrom(
  { db, now, newId }: BackupInput,
  [newest]: readonly Manifest[],
): Promise<BackupStateRow> {
  const backup = newest && {
    databaseId: newest.databaseId,
    through: newest.through,
    at: newest.at,
    entries: countRows(newest, 'entries'),
    isEmpty: countRows(newest) === 0,
  }
  return recogniseDatabase(db, backup, newId(), now)
}

/**
 * Writes the user data that changed since the last backup, or all of it where there is no backup. Nothing is
 * written while the database is in trouble: it would replace a better backup.
 *
 * @throws what database or store throw, after it was noted; nothing is forgotten
 */
export async function backUp(input: BackupInput): Promise<void> {
  const { db, store, now } = input
  try {
    const manifests = await readManifests(store)
    const state = await recogniseFrom(input, manifests)
    if (state.trouble !== undefined || state.databaseId === undefined) return
    const [newest] = manifests
    const isOwn = newest !== undefined && newest.databaseId === state.databaseId
    const changes = await readChanges(db)
    if (isOwn && changes.length === 0) return
    const through = changes.at(-1)?.number ?? state.through
    const changed = isOwn ? await changedChunks(input, newest, changes) : undefined
    const chunks = changed ?? (await allChunks(db))
    const { databaseId } = state
    const next = await writeGeneration(store, manifests, { databaseId, at: now, through, chunks })
    const entries = countRows(next, 'entries')
    await noteBackup(db, { through, backedUpAt: now, entries, bytes: sizeOf(next) })
  } catch (error) {
    await noteBackupFailure(db, failureOf(error)).catch(() => {})
    throw error
  }
}

/** Every chunk that there can be, so that none stays as another database had it. */
async function allChunks(db: DogearDatabase): Promise<Map<string, Chunk>> {
  const chunks = new Map<string, Chunk>()
  for (const table of backedUpTables) {
    const byChunk = rowsByChunk(table, await getUserRows(db, table))
    for (const name of chunkNames(table)) {
      chunks.set(name, await chunkOf(db, table, byChunk.get(name) ?? []))
    }
  }
  return chunks
}

/** @returns undefined where the chunks of the last backup are not good enough to go on from */
async function changedChunks(
  { db, store }: BackupInput,
  last: Manifest,
  changes: readonly { readonly table: string; readonly key?: string }[],
): Promise<Map<string, Chunk> | undefined> {
  const chunks = new Map<string, Chunk>()
  for (const [table, ofTable] of groupBy(changes, (change) => change.table)) {
    if (!isBackedUp(table)) continue
    const keys = ofTable.flatMap(({ key }) => key ?? [])
    if (keys.length < ofTable.length) return undefined
    const keysByChunk = groupBy(new Set(keys), (key) => chunkName(table, key))
    const before = await readChunks(store, last, [...keysByChunk.keys()])
    const now = rowsByChunk(table, await getUserRows(db, table, [...new Set(keys)]))
    for (const [name, keysHere] of keysByChunk) {
      if (before.has(name) && before.get(name) === undefined) return undefined
      const gone = new Set(keysHere)
      const kept = (before.get(name)?.rows ?? []).filter((row) => !gone.has(keyOfRow(table, row)))
      chunks.set(name, await chunkOf(db, table, [...kept, ...(now.get(name) ?? [])]))
    }
  }
  return chunks
}

async function chunkOf(
  db: DogearDatabase,
  table: BackedUpTable,
  rows: readonly UserRow[],
): Promise<Chunk> {
  const isOfEntries = table === 'entries' && rows.length > 0
  return { rows, papers: isOfEntries ? await keptPapers(db, rows as readonly Entry[]) : [] }
}
