import { hourLength, minuteLength } from '../papers/durations'

/** How far the clocks of New York are ahead of UTC: `GMT-04:00` in summer. */
const offsets = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  timeZoneName: 'longOffset',
})

/**
 * The moment at which the clocks of New York show a time of a day. For the hour that is skipped or comes twice
 * when they are changed, at 2 at night, it is one hour off or either of both.
 *
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 * @returns milliseconds since the epoch
 * @throws RangeError when `day` is none
 */
export function newYorkTime(day: string, time: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  // New York is five hours behind UTC, or four: the offset that is asked for is the one of about that moment.
  return asUtc - offsetAt(asUtc + 5 * hourLength)
}

/**
 * The day that it is in New York.
 *
 * @param now milliseconds since the epoch
 * @returns `YYYY-MM-DD`
 */
export function newYorkDay(now: number): string {
  return new Date(now + offsetAt(now)).toISOString().slice(0, 10)
}

/** In milliseconds; negative west of Greenwich. */
function offsetAt(moment: number): number {
  const name = offsets.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value
  const [, sign = '', hours = '', minutes = ''] = /GMT([+-])(\d+):(\d+)/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteLength
}
