import type { KeyValueStore } from '../../../lib/backup/generations'

/** A store that is written key by key, and in which the browser can be killed before any of them. */
export class MemoryStore implements KeyValueStore {
  readonly items = new Map<string, unknown>()
  /** How many more keys are written or removed; then everything fails. */
  left = Number.POSITIVE_INFINITY
  writes = 0

  async get(keys: string[]): Promise<Record<string, unknown>> {
    return Object.fromEntries(
      keys.flatMap((key) => (this.items.has(key) ? [[key, this.items.get(key)]] : [])),
    )
  }

  async set(items: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(items)) {
      this.step()
      this.items.set(key, structuredClone(value))
    }
  }

  async remove(keys: string[]): Promise<void> {
    for (const key of keys) {
      if (!this.items.has(key)) continue
      this.step()
      this.items.delete(key)
    }
  }

  private step(): void {
    if (this.left <= 0) throw new Error('killed')
    this.left -= 1
    this.writes += 1
  }
}
