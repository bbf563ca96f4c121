/**
 * Signs that are no text of a line: control characters, halves of surrogate pairs, signs that turn the direction of
 * what follows, and invisible ones. Joiners stay, since emoji and some scripts need them.
 */
const noText =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff]/gu
/** Where one of these stands there was white space, or a line break that some program could not write. */
const spaces = '\t\n\v\f\r\u001c\u001d\u001e\u001f\u0085'

/**
 * Text from outside on one line: single spaces, nothing invisible, cut where it is too long, but never through a
 * character.
 *
 * @param limit in UTF-16 units
 */
export function oneLine(raw: string, limit: number): string {
  const whole = raw
    .replace(noText, (sign) => (spaces.includes(sign) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()
  if (whole.length <= limit) return whole
  return whole
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
}
