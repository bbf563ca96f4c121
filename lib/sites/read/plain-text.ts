import { limits } from '../../papers/limits'
import { lineOf } from '../page-text'

/** The markup that publishers leave in the values they export. Any other tag may be what the authors wrote. */
const inlineTag = /<\/?(?:i|b|em|strong|sub|sup)(?:\s[^<>]{0,200})?>/gi

/** A value that a page gives, on one line and without inline markup, cut to `limit` characters. */
export function plainText(value: string, limit: number): string {
  // Cut first: the rest is never shown, and a hostile value can have any length.
  return lineOf(value.slice(0, limit * 4).replace(inlineTag, ''), limit)
}

/** Whether two titles name the same work: the same letters and digits, or one goes on with a subtitle. */
export function isSameTitle(one: string, other: string): boolean {
  const [shorter = '', longer = ''] = [one, other]
    .map(lettersOf)
    .sort((a, b) => a.length - b.length)
  return shorter === longer || (shorter.length >= 15 && longer.startsWith(shorter))
}

/** The letters and digits of a title without their accents, those of formulas in their plain form. */
export function lettersOf(title: string): string {
  return plainText(title, limits.title)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
