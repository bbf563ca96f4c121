import { fetchText, type TextRequest, unreadable } from './fetch-text'

export interface JsonReply {
  /** Parsed, not yet trusted. */
  readonly value: unknown
  readonly headers: Headers
}

const json = {
  accept: 'application/json',
  expected: /^application\/(?:[\w.-]+\+)?json\b/i,
} as const

/**
 * Fetches JSON, without cookies.
 *
 * @throws FailureError as `fetchText` does; what is no JSON is a `bad-reply` as well
 */
export async function fetchJson(
  request: Omit<TextRequest, 'accept' | 'expected'>,
): Promise<JsonReply> {
  const { text, headers } = await fetchText({ ...request, ...json })
  try {
    return { value: JSON.parse(text), headers }
  } catch (error) {
    throw unreadable(error)
  }
}
