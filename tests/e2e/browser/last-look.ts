import type { Page } from '@playwright/test'
import { addDays } from '../../../scripts/stand-in/days'

/** As if the user had last looked some days ago, and the lists since then had come one by one. */
export async function lookedLastOn(popup: Page, day: string): Promise<void> {
  await popup.evaluate(
    ({ from, at }) =>
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
          reading.onsuccess = () => states.put({ ...reading.result, countFrom: from })
          writing.oncomplete = () => {
            db.close()
            resolve()
          }
          writing.onerror = () => reject(writing.error)
        }
      }),
    // What is older is no news, and no list of that day is missed.
    { from: addDays(day, 1), at: Date.parse(day) + 3_600_000 },
  )
}
