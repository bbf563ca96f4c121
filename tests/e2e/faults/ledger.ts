import type { Page } from '@playwright/test'
import type { PaperId } from '../../../lib/papers/paper-id'
import { sendFrom } from '../browser/extension-page'
import type { Stored } from '../browser/stored-tables'

/** What the worker said that it had done. */
export class Ledger {
  private readonly tags: (readonly [PaperId, string])[] = []
  private readonly seen: PaperId[] = []
  private saves = 0

  get acknowledged(): number {
    return this.tags.length + this.seen.length
  }

  /** Saves a paper with a tag of its own, so that each save can be told from the others. */
  async save(page: Page, paperId: PaperId): Promise<boolean> {
    this.saves += 1
    const tag = `save ${this.saves}`
    const result = await sendFrom(page, 'editEntry', { paperId, status: 'saved', addTags: [tag] })
    if (result?.ok) this.tags.push([paperId, tag])
    return result?.ok === true
  }

  async markSeen(page: Page, paperIds: readonly PaperId[]): Promise<void> {
    const result = await sendFrom(page, 'markSeen', { paperIds: [...paperIds] })
    if (result?.ok) this.seen.push(...paperIds)
  }

  /** @returns what is not there any more */
  lossesIn({ entries, seen }: Stored): string[] {
    const lostTags = this.tags.filter(([paperId, tag]) => {
      const entry = entries.get(paperId)
      return entry?.status !== 'saved' || !entry.tags.includes(tag)
    })
    return [...lostTags.map(String), ...this.seen.filter((paperId) => !seen.has(paperId))]
  }
}
