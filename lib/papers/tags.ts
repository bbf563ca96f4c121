import { isSameTag, normalizeTag } from './entry'
import { entryLimits } from './limits'

/** The tags with some removed and then some added, each once; the very same list where that changes nothing. */
export function changeTags(
  before: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  const tags = before.filter((tag) => !holdsTag(removed, tag))
  for (const text of added) {
    const tag = normalizeTag(text)
    if (tag !== '' && !holdsTag(tags, tag)) tags.push(tag)
  }
  const isUnchanged = tags.length === before.length && tags.every((tag, i) => tag === before[i])
  return isUnchanged ? before : tags.slice(0, entryLimits.tags)
}

/** The tags that a change added, and those that it removed. */
export function tagsBetween(from: readonly string[], to: readonly string[]) {
  return {
    added: to.filter((tag) => !holdsTag(from, tag)),
    removed: from.filter((tag) => !holdsTag(to, tag)),
  }
}

export function holdsTag(tags: readonly string[], tag: string): boolean {
  return tags.some((other) => isSameTag(other, tag))
}
