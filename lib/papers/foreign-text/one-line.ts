/**
 * Signs that are no text of a line: control characters, halves of surrogate pairs, signs that turn the direction of
 * what follows, and invisible ones. Joiners stay, since emoji and some scripts need them.
 */
const noText =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff]/gu
/**
 * Text from outside on one line: single spaces, nothing invisible, cut where it is too long, but never through a
 * character.
 *
 * @param limit in UTF-16 units
 */
export function oneLine(raw: string, limit: number): string {
  const whole = raw.replace(/\s+/g, ' ').replace(noText, '').replace(/ {2,}/g, ' ').trim()
  if (whole.length <= limit) return whole
  return whole
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
}
