/**
 * To be raised with each change of what a segment holds or of how texts are cut into words. Every index is then
 * built again.
 */
export const indexFormat = 2

/** So many changes may wait to be indexed: a search reads them besides the index. */
export const waitingChanges = 100
