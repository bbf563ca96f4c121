import { FailureError } from '../errors/failure'
import { longestWait } from './back-off'

const timeLimit = 20_000
const sizeLimit = 8 * 1024 * 1024

export interface JsonRequest {
  readonly address: URL
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly signal: AbortSignal
  /** Milliseconds until an answer must be there as a whole. */
  readonly timeout?: number
}

export interface JsonReply {
  /** Parsed, not yet trusted. */
  readonly value: unknown
  readonly headers: Headers
}

/**
 * Fetches JSON, without cookies.
 *
 * @throws FailureError for whatever else comes: `offline`, `timeout`, `cancelled`, `rate-limited` (with
 *   `retryAt` where the host says how long to wait) or `bad-reply`
 */
export async function fetchJson(request: JsonRequest): Promise<JsonReply> {
  const { fetch, address, signal, now } = request
  const timeout = AbortSignal.timeout(request.timeout ?? timeLimit)
  const either = AbortSignal.any([signal, timeout])
  let hasAnswered = false
  try {
    const response = await fetch(address, {
      signal: either,
      credentials: 'omit',
      cache: 'no-store',
      headers: { accept: 'application/json' },
    })
    hasAnswered = true
    await checkAnswer(response, now)
    return { value: JSON.parse(await readText(response)), headers: response.headers }
  } catch (error) {
    if (error instanceof FailureError) throw error
    if (signal.aborted) throw failed('cancelled', 'Cancelled', error)
    if (timeout.aborted) throw failed('timeout', `No answer from ${address.host} in time`, error)
    if (hasAnswered) throw failed('bad-reply', `Unreadable: ${String(error)}`, error)
    throw failed('offline', `No answer from ${address.host}: ${String(error)}`, error)
  }
}

async function checkAnswer(response: Response, now: number): Promise<void> {
  const problem = problemOf(response, now)
  if (problem === undefined) return
  await response.body?.cancel()
  throw problem
}

function problemOf({ ok, status, headers }: Response, now: number): FailureError | undefined {
  const retryAt = retryTime(headers, now)
  if (status === 429 || (status === 503 && retryAt !== undefined)) {
    const message = `The host asks to wait (status ${status})`
    return new FailureError({
      code: 'rate-limited',
      message,
      ...(retryAt !== undefined && { retryAt }),
    })
  }
  if (!ok) return failed('bad-reply', `Status ${status}`)
  const type = headers.get('content-type') ?? 'none'
  // A sign-in page of a café's network comes as HTML and with status 200.
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(type)
    ? undefined
    : failed('bad-reply', `Content type ${type} instead of JSON`)
}

/**
 * When the host wants to be asked again: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or the
 * `t` of `RateLimit: "api";r=0;t=55`, the seconds until it counts anew
 * (https://huggingface.co/docs/hub/rate-limits).
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch; undefined where the host does not say
 */
export function retryTime(headers: Headers, now: number): number | undefined {
  const time = retryAfterTime(headers, now) ?? rateLimitTime(headers, now)
  return time === undefined ? undefined : Math.min(Math.max(time, now), now + longestWait)
}

function retryAfterTime(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return now + Number(value) * 1_000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : date
}

function rateLimitTime(headers: Headers, now: number): number | undefined {
  const seconds = /;\s*t\s*=\s*(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]
  return seconds === undefined ? undefined : now + Number(seconds) * 1_000
}

async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > sizeLimit) throw failed('bad-reply', `More than ${sizeLimit} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function failed(
  code: 'offline' | 'bad-reply' | 'timeout' | 'cancelled',
  message: string,
  cause?: unknown,
): FailureError {
  return new FailureError({ code, message }, { cause })
}
