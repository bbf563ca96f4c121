import { limits } from './limits'
import type { Code, Listing, Paper } from './paper'

/**
 * One paper out of what was known and what has now been read.
 *
 * The newer word counts, except that a page's never replaces a source's. What the one that counts doesn't
 * say is taken from the other. The paper keeps the name under which it is known; every other name becomes
 * an alias.
 *
 * @param before as stored; undefined where the paper is new
 */
export function mergePaper(before: Paper | undefined, after: Paper): Paper {
  if (before === undefined) return after
  const isOverruled = before.origin === 'source' && after.origin === 'page'
  const [weaker, stronger] = isOverruled ? [after, before] : [before, after]
  const code = mergeCode(weaker.code, stronger.code)
  const listed = after.listed ? newestListing(before.listed, after.listed) : before.listed
  const names = new Set([...before.aliases, after.id, ...after.aliases])
  names.delete(before.id)
  return {
    ...weaker,
    ...stronger,
    id: before.id,
    aliases: [...names].slice(0, limits.aliases),
    title: stronger.title === '' ? weaker.title : stronger.title,
    authors: stronger.authors.length === 0 ? weaker.authors : stronger.authors,
    keywords: stronger.keywords.length === 0 ? weaker.keywords : stronger.keywords,
    ...(code !== undefined && { code }),
    ...(listed !== undefined && { listed }),
  }
}

/** The stars are those of one repository, and don't go over to another. */
function mergeCode(weaker: Code | undefined, stronger: Code | undefined): Code | undefined {
  if (weaker === undefined || stronger === undefined) return stronger ?? weaker
  return weaker.url === stronger.url ? { ...weaker, ...stronger } : stronger
}

/** A paper can be listed on another day again; on the same day the first source to list it counts. */
export function newestListing(before: Listing | undefined, after: Listing): Listing {
  if (before === undefined) return after
  if (before.day !== after.day) return before.day > after.day ? before : after
  return before.source === after.source ? after : before
}
