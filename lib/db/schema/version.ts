export const newestVersion = 1

/** The version of a database. Dexie stores ten times that, so that it can count small repairs in between. */
export function versionOf({ version }: IDBDatabase): number {
  return Math.floor(version / 10)
}
