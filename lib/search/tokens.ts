import { isPlain, wordsIn } from './words'

/** Scripts that put no space between words: any part of a run of their letters can be looked for. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u
const parts = new RegExp(`${unspaced.source}|(?:(?!${unspaced.source})[^])+`, 'gu')

/**
 * A word as the index has it: itself, or where its script puts no space between words, one letter after the
 * other. Letters next to each other are then found wherever they stand: `注意力` has `意力` in it.
 */
export function tokensOf(word: string): readonly string[] {
  return !isPlain(word) && unspaced.test(word) ? (word.match(parts) ?? []) : [word]
}

export function tokensIn(text: string): string[] {
  const words = wordsIn(text)
  return isPlain(text) ? words : words.flatMap(tokensOf)
}
