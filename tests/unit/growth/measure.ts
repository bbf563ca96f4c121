/** With `GROWTH=1` four times as much is read as otherwise. */
const unit = process.env.GROWTH === undefined ? 8_192 : 32_768
const more = 8
/**
 * A reader that looks at each character once takes eight times as long for the second size, one that looks at each
 * character from each other 64 times.
 */
const mostGrowth = 3 * more
/** In milliseconds of the processor: whatever its growth, such a reader is no harm. */
const quick = 1
const mostRuns = 12

/**
 * How the time grows that a function takes for eight times as much, as a factor; 1 where it is quick. The time is that of
 * this process alone, and the shortest of several runs: what else goes on makes nothing faster.
 *
 * @param make gives what is read, of about so many characters
 */
export function growthOf<T>(read: (given: T) => unknown, make: (size: number) => T): number {
  const large = make(unit * more)
  let most = timeOf(read, large)
  if (most <= quick) return 1
  const small = make(unit)
  let least = timeOf(read, small)
  for (let run = 0; run < mostRuns && !isLinear(most / least); run += 1) {
    // Nobody waits for a dozen runs of a reader that hangs.
    if (most > 500 && run > 2) break
    most = Math.min(most, timeOf(read, large))
    if (most <= quick) return 1
    for (let time = 0; time < more; time += 1) least = Math.min(least, timeOf(read, small))
  }
  return most / least
}

export function isLinear(growth: number): boolean {
  return growth <= mostGrowth
}

function timeOf<T>(read: (given: T) => unknown, given: T): number {
  const before = process.cpuUsage()
  read(given)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
