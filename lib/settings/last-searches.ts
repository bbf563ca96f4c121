/** In characters. */
export const maxSearchLength = 500
export const maxSearches = 8

/**
 * The last searches with one more, which comes first. What was searched for on the way to it (`atten` before
 * `attention`) goes. The same searches where nothing changes.
 *
 * @param searches the newest first
 */
export function addSearch(searches: readonly string[], typed: string): readonly string[] {
  const search = typed.trim().slice(0, maxSearchLength)
  if (search === '' || search === searches[0]) return searches
  const folded = search.toLowerCase()
  const others = searches.filter((one, index) => {
    const other = one.toLowerCase()
    return other !== folded && !(index === 0 && folded.startsWith(other))
  })
  return [search, ...others].slice(0, maxSearches)
}
