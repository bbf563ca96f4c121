import { FailureError } from '../errors/failure'
import type { HostFetch } from './host-turns'
import { retryTime, waitTime } from './retry-time'

const timeLimit = 20_000
const sizeLimit = 8 * 1024 * 1024

export interface TextRequest {
  readonly address: URL
  /** The kind of text that is asked for, as the header `Accept` names it. */
  readonly accept: string
  /** The content types that are of this kind. */
  readonly expected: RegExp
  readonly fetch: HostFetch
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly signal: AbortSignal
  /**
   * Whether the browser keeps the reply. By default nothing is left of it. `no-cache`: it is kept, and the host is asked
   * whether it has another one by now; if not, it need not be sent again. `reload`: the same, but what was kept before
   * does not count.
   */
  readonly cache?: 'no-store' | 'no-cache' | 'reload'
  /** Milliseconds until an answer must be there as a whole. */
  readonly timeout?: number
}

export interface TextReply {
  readonly text: string
  readonly headers: Headers
}

/** The host answered that what was asked for is not there. */
export class NotFoundError extends FailureError {
  override readonly name = 'NotFoundError'
}

/**
 * Fetches a text, without cookies, when it is its turn at the host. The time limit runs from then on.
 *
 * @throws FailureError for whatever else comes: `offline`, `timeout`, `cancelled`, `rate-limited` (with
 *   `retryAt` where the host says how long to wait) or `bad-reply`, which is a NotFoundError for status 404
 */
export async function fetchText(request: TextRequest): Promise<TextReply> {
  const { fetch, address, signal } = request
  const turn = await takeTurn(fetch, address.host, signal)
  try {
    return await exchange(request, (until) => turn?.leaveAlone(until))
  } finally {
    turn?.end()
  }
}

async function takeTurn({ takeTurn: take }: HostFetch, host: string, signal: AbortSignal) {
  try {
    return await take?.(host, signal)
  } catch (error) {
    if (signal.aborted) throw failed('cancelled', 'Cancelled', error)
    throw error
  }
}

/**
 * @param leaveAlone gets the time until which the host wants to be left alone, also where the reply was good
 */
async function exchange(
  request: TextRequest,
  leaveAlone: (until: number) => Promise<void> | undefined,
): Promise<TextReply> {
  const { fetch, address, accept, signal } = request
  const timeout = AbortSignal.timeout(request.timeout ?? timeLimit)
  const either = AbortSignal.any([signal, timeout])
  let hasAnswered = false
  try {
    const response = await fetch(address, {
      signal: either,
      credentials: 'omit',
      cache: request.cache ?? 'no-store',
      headers: { accept },
    })
    hasAnswered = true
    const until = waitTime(response, request.now)
    if (until !== undefined) await leaveAlone(until)
    await checkAnswer(response, request)
    return { text: await readText(response), headers: response.headers }
  } catch (error) {
    if (error instanceof FailureError) throw error
    if (signal.aborted) throw failed('cancelled', 'Cancelled', error)
    if (timeout.aborted) throw failed('timeout', `No answer from ${address.host} in time`, error)
    if (hasAnswered) throw unreadable(error)
    throw failed('offline', `No answer from ${address.host}: ${String(error)}`, error)
  }
}

/** The failure of a reply that breaks off, or is not what its content type says. */
export function unreadable(cause: unknown): FailureError {
  return failed('bad-reply', `Unreadable: ${String(cause)}`, cause)
}

async function checkAnswer(response: Response, request: TextRequest): Promise<void> {
  const problem = problemOf(response, request)
  if (problem === undefined) return
  await response.body?.cancel()
  throw problem
}

function problemOf(
  { ok, status, headers }: Response,
  { accept, expected, now }: TextRequest,
): FailureError | undefined {
  const retryAt = retryTime(headers, now)
  if (status === 429 || (status === 503 && retryAt !== undefined)) {
    const message = `The host asks to wait (status ${status})`
    return new FailureError({
      code: 'rate-limited',
      message,
      ...(retryAt !== undefined && { retryAt }),
    })
  }
  if (status === 404) return new NotFoundError({ code: 'bad-reply', message: 'Status 404' })
  if (!ok) return failed('bad-reply', `Status ${status}`)
  const type = headers.get('content-type') ?? 'none'
  // A sign-in page of a café's network comes as HTML and with status 200.
  return expected.test(type)
    ? undefined
    : failed('bad-reply', `Content type ${type} instead of ${accept}`)
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
