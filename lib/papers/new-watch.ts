import { applyWatchChange, type Watch } from './watch'

/** A watch as it begins, on and announced. The page names it, so that a message that comes twice adds one. */
export function newWatch(question: string, name = ''): Watch {
  const made = { id: crypto.randomUUID(), createdAt: Date.now(), isEnabled: true, notifies: true }
  return applyWatchChange({ ...made, question }, { name })
}
