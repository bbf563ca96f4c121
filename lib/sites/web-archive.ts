const snapshot = /^https?:\/\/web\.archive\.org\/web\/\d[^/]*\/(https?:\/\/.*)$/

/** The address that a snapshot in the Wayback Machine was taken of; undefined for any other address. */
export function archivedAddress(url: URL): string | undefined {
  return url.host === 'web.archive.org' ? snapshot.exec(url.href)?.[1] : undefined
}
