import { longestWait, rateWindow } from './back-off'

/**
 * When the host wants to be asked again: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or the `t`
 * of `RateLimit: "api";r=0;t=55`, the seconds until its count starts again
 * (https://huggingface.co/docs/hub/rate-limits).
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch; undefined where the host does not say
 */
export function retryTime(headers: Headers, now: number): number | undefined {
  const time = retryAfterTime(headers, now) ?? rateLimitTime(headers, now)
  return time === undefined ? undefined : Math.min(Math.max(time, now), now + longestWait)
}

/**
 * Until when a host wants to be left alone: it refused (429, or 503 with a time), or it answered and says that
 * this was the last request of its window, the `r` of `RateLimit: "api";r=0;t=55`.
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch; undefined where it may be asked again
 */
export function waitTime({ status, headers }: Response, now: number): number | undefined {
  if (status === 429) return retryTime(headers, now) ?? now + rateWindow
  const isSpent = /;\s*r\s*=\s*0\b/.test(headers.get('ratelimit') ?? '')
  return status === 503 || isSpent ? retryTime(headers, now) : undefined
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
