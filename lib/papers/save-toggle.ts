import type { Status } from './entry'

/**
 * What the one key or button for saving makes of a status. A paper that the user is reading or has read is kept
 * already, and when that was would be lost: it stays as it is.
 *
 * @returns null takes the status back; undefined leaves it alone
 */
export function toggledSave(status: Status | undefined): 'saved' | null | undefined {
  if (status === 'saved') return null
  return status === undefined || status === 'hidden' ? 'saved' : undefined
}
