import type { DogearDatabase } from '../db/database'
import { getHostState, recordHostWait, recordRequest } from '../db/states/host-states'
import { FailureError } from '../errors/failure'
import { domainPauses, hostPause } from '../sources/hosts'
import { longestWait } from './back-off'

/** Which hosts are one to us, and how long they are left alone between two requests, in milliseconds. */
function rulesFor(host: string): { readonly queue: string; readonly pause: number } {
  for (const [domain, pause] of Object.entries(domainPauses)) {
    if (host === domain || host.endsWith(`.${domain}`)) return { queue: domain, pause }
  }
  return { queue: host, pause: hostPause }
}

/** The right to send one request to a host, while nobody else does. */
export interface Turn {
  /**
   * The host wants to be left alone.
   *
   * @param until milliseconds since the epoch
   */
  leaveAlone(until: number): Promise<void>
  /** The reply is there as a whole, or will never be. */
  end(): void
}

/**
 * Waits until a host may be asked. The turn must be ended.
 *
 * @throws FailureError `rate-limited` while the host wants to be left alone; the signal's reason when it ends
 *   the waiting
 */
export type TakeTurn = (host: string, signal: AbortSignal) => Promise<Turn>

/** A `fetch` with turns. `fetchText` takes a turn for each request, so code that uses it is polite. */
export type HostFetch = typeof globalThis.fetch & { readonly takeTurn?: TakeTurn }

export interface PoliteFetchInput {
  readonly db: DogearDatabase
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Resolves after so many milliseconds. */
  readonly wait: (duration: number) => Promise<void>
}

/**
 * One queue for each host: a request at a time, two a second or what the host says, and none while it wants to
 * be left alone. There is one such `fetch` in the worker, for all that goes out. Times are stored, so that the
 * next worker is as polite.
 */
export function politeFetch({ db, fetch, now, wait }: PoliteFetchInput): HostFetch {
  /** When the last turn that was asked for ends, by host. */
  const lastTurns = new Map<string, Promise<void>>()

  async function takeTurn(name: string, signal: AbortSignal): Promise<Turn> {
    const { queue: host, pause } = rulesFor(name)
    const before = lastTurns.get(host) ?? Promise.resolve()
    let end = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    // A caller that gives up while waiting must not let the next one overtake those before it.
    const turn = before.then(() => ended)
    lastTurns.set(host, turn)
    void turn.then(() => {
      if (lastTurns.get(host) === turn) lastTurns.delete(host)
    })
    try {
      await untilAborted(before, signal)
      await waitForPause(host, pause, signal)
      await recordRequest(db, host, now())
    } catch (error) {
      end()
      throw error
    }
    return { end, leaveAlone: (until) => recordHostWait(db, host, until) }
  }

  async function waitForPause(host: string, pause: number, signal: AbortSignal): Promise<void> {
    const { askedAt = Number.NEGATIVE_INFINITY, waitUntil = 0 } =
      (await getHostState(db, host)) ?? {}
    // A longer wait than is ever noted means that the clock was wrong then.
    if (waitUntil > now() && waitUntil - now() <= longestWait) {
      const message = `${host} asked to wait`
      throw new FailureError({ code: 'rate-limited', message, retryAt: waitUntil })
    }
    // After the clock was put back, less than nothing has elapsed.
    const left = pause - Math.max(now() - askedAt, 0)
    if (left > 0) await untilAborted(wait(left), signal)
  }

  const polite: typeof globalThis.fetch = (input, init) => fetch(input, init)
  return Object.assign(polite, { takeTurn })
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
