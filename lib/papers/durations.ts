/** In milliseconds. A day is one of UTC: it is always as long. */
export const minuteLength = 60_000
export const hourLength = 60 * minuteLength
export const dayLength = 24 * hourLength
