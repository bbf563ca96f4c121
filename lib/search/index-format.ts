/**
 * To be raised with each change of what is in a segment, of how texts are cut into words too: every index is then
 * built anew.
 */
export const indexFormat = 2

/** So many changes may wait to be indexed: whoever searches reads them with the index. */
export const waitingChanges = 100
