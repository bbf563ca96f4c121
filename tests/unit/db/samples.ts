import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { onTestFinished } from 'vitest'
import { type DogearDatabase, openDatabase } from '../../../lib/db/database'
import type { Paper } from '../../../lib/papers/paper'
import { type PaperId, parsePaperId } from '../../../lib/papers/paper-id'
import type { ListedPaper } from '../../../lib/sources/source'

// Dexie looks for them when it is loaded, which may have been before the fakes were.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })

let databases = 0

/** A name that no other database of this run has. */
export function freshName(): string {
  databases += 1
  return `test-${databases}`
}

/** A database of its own for a test, which is deleted when the test ends. */
export function freshDatabase(name = freshName()): DogearDatabase {
  const db = openDatabase(name)
  onTestFinished(() => db.delete())
  return db
}

export function id(text: string): PaperId {
  const parsed = parsePaperId(text)
  if (parsed === undefined) throw new Error(`${text} is no id in canonical form`)
  return parsed
}

/** The id of the nth made-up paper. */
export function nth(n: number): PaperId {
  return id(`arxiv:2601.${String(n).padStart(5, '0')}`)
}

export function paper(paperId: PaperId, fields: Partial<Paper> = {}): Paper {
  return {
    id: paperId,
    aliases: [],
    title: `On ${paperId}`,
    authors: ['Ada Example'],
    keywords: [],
    origin: 'source',
    ...fields,
  }
}

export function listed(paperId: PaperId, fields: Partial<Paper> = {}): ListedPaper {
  return { paper: paper(paperId, fields), abstract: `We study ${paperId}.` }
}

/** Everything in a database but the times of fetching, in a form that can be compared. */
export async function dump(db: DogearDatabase): Promise<unknown> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  )
  return JSON.parse(
    JSON.stringify(Object.fromEntries(tables), (key, value) =>
      ['fetchedAt', 'lastAttemptAt', 'lastSuccessAt', 'touchedAt'].includes(key)
        ? undefined
        : value,
    ),
  )
}
