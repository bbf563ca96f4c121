import { plainLetters } from '../papers/plain-letters'

/** The words of a text, as they are compared: without regard to case, and with plain letters in place of others. */
export function wordsIn(text: string): string[] {
  // Most texts are of these letters alone, and are cut several times faster.
  if (isPlain(text)) return text.toLowerCase().match(/[a-z\d]+/g) ?? []
  return plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether there is nothing but ASCII in it. */
export function isPlain(text: string): boolean {
  return !/[^\0-\x7f]/.test(text)
}
