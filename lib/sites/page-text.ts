/**
 * A page's text on one line: white space collapsed, cut to `limit` characters.
 */
export function lineOf(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= limit) return line
  // Half of a surrogate pair is no character.
  return line
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
}

/** The day of a date that begins with year, month and day: `2008/01/07`, `2025-09-28T17:53:27.000Z`. */
export function dayOf(date: string): string | undefined {
  const match = /^(\d{4})[/-](\d\d)[/-](\d\d)(?!\d)/.exec(date.trim())
  if (match === null) return undefined
  const day = match.slice(1).join('-')
  const time = Date.parse(`${day}T00:00:00Z`)
  // A day that the month does not have would roll over into the next one.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined
}
