import type { Page } from '@playwright/test'

/** As if the user had last looked some days ago, and the lists since then had come one by one. */
export async function lookedLastOn(popup: Page, day: string): Promise<void> {
  await popup.evaluate(
    ({ day, at }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dogear')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const writing = db.transaction(['seen', 'syncStates'], 'readwrite')
          writing.objectStore('seen').clear()
          writing.objectStore('seen').put({ paperId: 'arxiv:1501.00001', at })
          const states = writing.objectStore('syncStates')
          const reading = states.get('hf-daily')
          reading.onsuccess = () => states.put({ ...reading.result, countFrom: day })
          writing.oncomplete = () => {
            db.close()
            resolve()
          }
          writing.onerror = () => reject(writing.error)
        }
      }),
    { day, at: Date.parse(day) + 3_600_000 },
  )
}
