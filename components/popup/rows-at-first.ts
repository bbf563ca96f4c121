import type { Look } from '../../lib/settings/look'

/** How many rows the first frame of a list has: more than a popup has room for. */
export const rowsAtFirst: Readonly<Record<Look['density'], number>> = {
  comfortable: 8,
  compact: 12,
}
