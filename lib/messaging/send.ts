import { browser } from 'wxt/browser'
import type { Result } from '../errors/result'
import type { MessageName, Reply, Request } from './protocol'

/**
 * Sends a message to the worker, waking it if need be.
 *
 * @returns the worker's answer; never rejects. The failure is `orphaned` where the extension has been
 *   updated or removed below a page that is still open.
 */
export async function send<N extends MessageName>(
  name: N,
  payload: Request<N>,
): Promise<Result<Reply<N>>> {
  if (!isConnected()) return orphaned
  try {
    const result: Result<Reply<N>> | undefined = await browser.runtime.sendMessage({
      name,
      payload,
    })
    return (
      result ?? { ok: false, error: { code: 'unexpected', message: 'The worker gave no answer' } }
    )
  } catch (error) {
    if (!isConnected()) return orphaned
    return { ok: false, error: { code: 'unexpected', message: String(error) } }
  }
}

/** Whether the extension that this script belongs to is still the one that runs. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined
}

const orphaned = {
  ok: false,
  error: { code: 'orphaned', message: 'The extension was updated or removed' },
} as const
