import type { Reply } from './reply'

/** What goes wrong with the replies for one path, until it is cleared. */
export type Fault =
  /** Another status; `headers` may hold `Retry-After` or `RateLimit`. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
    }
  /** The right reply, but only once it is released. */
  | { readonly kind: 'hold' }
  /** No reply at all; the connection stays open. */
  | { readonly kind: 'hang' }
  /** The connection ends without a reply, as where there is no network. */
  | { readonly kind: 'drop' }
  /** The connection ends after half of the body. */
  | { readonly kind: 'cut' }
  /** A sign-in page, as a captive portal gives it: status 200 and HTML. */
  | { readonly kind: 'portal' }
  /** The right body with another content type. */
  | { readonly kind: 'type'; readonly type: string }
  /** The right reply with more headers. */
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> }
  /** Another body with the right status and content type. */
  | { readonly kind: 'body'; readonly body: string }

/** @returns the reply as the fault changes it; `hold`, `hang`, `drop` and `cut` are the server's business */
export function spoil(reply: Reply, fault: Fault): Reply {
  switch (fault.kind) {
    case 'status':
      return {
        status: fault.status,
        headers: { ...reply.headers, ...fault.headers },
        body: JSON.stringify({ error: 'Set by a test' }),
      }
    case 'portal':
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Sign in</title><h1>Sign in to use this network</h1>',
      }
    case 'type':
      return { ...reply, headers: { ...reply.headers, 'content-type': fault.type } }
    case 'headers':
      return { ...reply, headers: { ...reply.headers, ...fault.headers } }
    case 'body':
      return { ...reply, body: fault.body }
    case 'hold':
    case 'hang':
    case 'drop':
    case 'cut':
      return reply
  }
}
