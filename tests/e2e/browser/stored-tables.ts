import type { Page } from '@playwright/test'
import type { SeenRow } from '../../../lib/db/rows'
import type { Entry } from '../../../lib/papers/entry'
import type { List } from '../../../lib/papers/list'

/** What the database holds, read past Dogear's own code. */
export interface Stored {
  readonly entries: ReadonlyMap<string, Entry>
  readonly seen: ReadonlyMap<string, SeenRow>
  readonly lists: ReadonlyMap<string, List>
  readonly papers: ReadonlySet<string>
  readonly abstracts: ReadonlySet<string>
  /** By source. */
  readonly countFrom: ReadonlyMap<string, string | undefined>
  /** Of all tables. */
  readonly rows: number
}

/** @param page of the extension */
export async function readStored(page: Page): Promise<Stored> {
  const tables = await page.evaluate(readTables)
  const byKey = <T>(name: string, key: keyof T) =>
    new Map((tables[name] as T[]).map((row) => [String(row[key]), row]))
  const states = tables.syncStates as { source: string; countFrom?: string }[]
  return {
    entries: byKey<Entry>('entries', 'paperId'),
    seen: byKey<SeenRow>('seen', 'paperId'),
    lists: byKey<List & { key: string }>('lists', 'key'),
    papers: new Set(byKey<{ id: string }>('papers', 'id').keys()),
    abstracts: new Set(byKey<{ id: string }>('abstracts', 'id').keys()),
    countFrom: new Map(states.map(({ source, countFrom }) => [source, countFrom])),
    rows: Object.values(tables).flat().length,
  }
}

/** All rows by their table. Runs in a page or the worker, so it stands alone. */
export function readTables(): Promise<Record<string, unknown[]>> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dogear')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const names = [...db.objectStoreNames]
      const reading = db.transaction(names)
      const tables: Record<string, unknown[]> = {}
      for (const name of names) {
        const rows = reading.objectStore(name).getAll()
        rows.onsuccess = () => Object.assign(tables, { [name]: rows.result })
      }
      reading.onabort = () => reject(reading.error)
      reading.oncomplete = () => {
        db.close()
        resolve(tables)
      }
    }
  })
}

/** What the lists have against them: papers that they name twice, or that are not stored with all there is of them. */
export function flawsOf({ lists, papers, abstracts }: Stored): string[] {
  return [...lists].flatMap(([key, { paperIds }]) => [
    ...(new Set(paperIds).size < paperIds.length ? [`${key} names a paper twice`] : []),
    ...paperIds.flatMap((id) => (papers.has(id) ? [] : [`${key} lacks ${id}`])),
    ...paperIds.flatMap((id) => (abstracts.has(id) ? [] : [`${key} lacks the abstract of ${id}`])),
  ])
}

/** How many papers of the daily lists the user has neither been shown nor hidden; for a user who looks every day. */
export function countUnseen({ lists, seen, entries, countFrom }: Stored, today: string): number {
  const weekAgo = new Date(Date.parse(today) - 7 * 86_400_000).toISOString().slice(0, 10)
  const news = new Set<string>()
  for (const { period, source, paperIds } of lists.values()) {
    const from = countFrom.get(source) ?? ''
    if (period.kind !== 'day' || period.day < from || period.day < weekAgo) continue
    for (const id of paperIds) {
      if (!seen.has(id) && entries.get(id)?.status !== 'hidden') news.add(id)
    }
  }
  return news.size
}

/** To be run in a page of the extension, so it stands alone. */
export function clearTables(names: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dogear')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const clearing = opening.result.transaction(names, 'readwrite')
      for (const name of names) clearing.objectStore(name).clear()
      clearing.onabort = () => reject(clearing.error)
      clearing.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })
}
