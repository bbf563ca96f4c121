import { isWeekend } from '../../../lib/papers/day'
import { newYorkTime } from '../../../lib/sources/new-york'
import { addDays } from '../../../scripts/stand-in/days'
import { item, json } from './fake-host'

const hour = 3_600_000
/** So long a day's list grows. */
const growing = 23 * hour

/** A request as it went out. */
export interface Sent {
  readonly host: string
  readonly at: number
  readonly day: string | null
}

/**
 * Hugging Face as it behaves by the clock: a weekday's list opens on the evening before with one paper, grows until
 * the next opens, and its papers get votes for days. Other hosts know nothing.
 */
export class SimulatedService {
  readonly sent: Sent[] = []
  /** Milliseconds since the epoch; a reply takes a while. */
  now: number

  constructor(
    now: number,
    readonly papersADay: number,
    readonly firstDay: string,
  ) {
    this.now = now
  }

  readonly fetch: typeof globalThis.fetch = async (input) => {
    const { host, searchParams, pathname } = new URL(String(input))
    const day = searchParams.get('date')
    this.sent.push({ host, at: this.now, day })
    this.now += 300
    if (pathname !== '/api/daily_papers' || day === null) return new Response('', { status: 404 })
    return json(this.itemsOf(day))
  }

  /** What the list of a day holds now, by votes. */
  itemsOf(day: string): ReturnType<typeof item>[] {
    const age = this.now - newYorkTime(addDays(day, -1), '21:30')
    if (age < 0 || isWeekend(day)) return []
    const count = Math.min(1 + Math.floor((age / growing) * this.papersADay), this.papersADay)
    const first = this.numberOf(day)
    const votes = (index: number) => Math.floor(age / (2 * hour)) * ((index % 3) + 1)
    return Array.from({ length: count }, (_, index) =>
      item(first + index, { upvotes: votes(index) }),
    ).sort((one, other) => other.paper.upvotes - one.paper.upvotes)
  }

  /** The number of the first paper of a day. */
  numberOf(day: string): number {
    return 1 + this.papersADay * ((Date.parse(day) - Date.parse(this.firstDay)) / 86_400_000)
  }
}

/** The most requests that went to one host within a second. */
export function highestRate(sent: readonly Sent[]): number {
  const rates = sent.map(
    ({ host, at }) =>
      sent.filter((other) => other.host === host && other.at >= at && other.at < at + 1_000).length,
  )
  return Math.max(0, ...rates)
}
