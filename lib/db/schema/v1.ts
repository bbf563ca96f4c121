/*
 * Version 1 of the database. Once released this file is never edited: databases in the wild have this
 * layout. A change is a file of its own, with the next number.
 *
 * The format: https://dexie.org/docs/Version/Version.stores()
 */
export const v1 = {
  papers: 'id, *aliases, organizationHandle',
  abstracts: 'id',
  // Only a daily list with papers in it has a `filledDay`, so that only those are in the indexes.
  lists: 'key, [source+filledDay], filledDay, fetchedAt',
  seen: 'paperId, at',
  // What has no status, or no tag, is not in that index: IndexedDB indexes no absent value.
  entries: 'paperId, status, statusAt, createdAt, updatedAt, *tags',
  syncStates: 'source',
  listStates: 'key, touchedAt',
  hostStates: 'host',
  siteStates: 'site',
  histories: 'source',
  chores: 'name',
  completions: 'paperId',
  voteHistories: 'paperId, movedAt',
  linkedWorks: 'paperId, fetchedAt',
  joins: 'name',
  journal: '++number, &id, undone',
  importParts: '[changeId+place]',
  applied: '++number, &id',
  settings: 'name',
  watches: 'id',
  announced: 'subject',
  unindexed: '++number',
  segments: '++number, age, [age+level]',
  indexStates: 'name',
  changes: '++number',
  backupStates: 'name',
} as const
