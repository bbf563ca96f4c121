import { wordsIn } from './words'

/** The texts of one paper that are searched, the most important first. */
export type Texts = readonly (readonly string[])[]

interface Scored<T> {
  readonly item: T
  readonly score: number
}

/**
 * The items in which each of the words that the user has typed begins some word, the best first. Case and marks
 * on letters make no difference.
 *
 * @param textsOf the texts of an item, by how much a word in them counts
 */
export function matchWords<T>(
  items: readonly T[],
  typed: string,
  textsOf: (item: T) => Texts,
  limit: number,
): T[] {
  const words = wordsIn(typed)
  if (words.length === 0) return []
  return items
    .flatMap((item): Scored<T>[] => {
      const score = scoreOf(words, textsOf(item))
      return score === undefined ? [] : [{ item, score }]
    })
    .sort((one, other) => one.score - other.score)
    .slice(0, limit)
    .map(({ item }) => item)
}

/** The lower the better; undefined where a word is nowhere. */
function scoreOf(words: readonly string[], texts: Texts): number | undefined {
  const groups = texts.map((group) => new Set(wordsIn(group.join(' '))))
  let score = 0
  for (const word of words) {
    const whole = groups.findIndex((group) => group.has(word))
    const begun = groups.findIndex((group) => [...group].some((other) => other.startsWith(word)))
    if (begun < 0) return undefined
    score += whole >= 0 && whole <= begun ? whole * 2 : begun * 2 + 1
  }
  return score
}
