import { browser } from 'wxt/browser'
import type { Result } from '../errors/result'
import type { MessageName, Reply, Request } from './protocol'

/** How long to wait before each further try, in milliseconds: a stopped worker is there again in less than the first. */
const waits = [100, 400, 1_500]

/** What may take long, for it asks a host: nothing waits for it, and it waits for nothing. */
const slow: ReadonlySet<MessageName> = new Set(['syncList', 'searchPapers', 'findLinkedWorks'])

/** Settled once all that had to be sent again have come through, or were given up. */
let repeating: Promise<unknown> | undefined

/**
 * Sends a message to the worker, waking it if need be. A message that is not answered, for the worker was stopped
 * while it was at work, is sent again: by its id the worker knows it, and does nothing twice. What is sent in the
 * meantime comes after it.
 *
 * @param id a name for the message, where the sender wants to know it
 * @returns the worker's answer; never rejects. The failure is `orphaned` where the extension has been
 *   updated or removed below a page that is still open.
 */
export function send<N extends MessageName>(
  name: N,
  payload: Request<N>,
  id: string = crypto.randomUUID(),
): Promise<Result<Reply<N>>> {
  const message = { name, payload, id }
  if (slow.has(name)) return deliver(message)
  return repeating === undefined ? deliver(message, inTurn) : inTurn(() => deliver(message))
}

interface Sent<N extends MessageName> {
  readonly name: N
  readonly payload: Request<N>
  readonly id: string
}

type Delivered<N extends MessageName> = Promise<Result<Reply<N>>>

/** @param whenDue begins what is to be done where the first try failed; at once unless something else is given */
async function deliver<N extends MessageName>(
  message: Sent<N>,
  whenDue = (work: () => Delivered<N>) => work(),
): Delivered<N> {
  return (await ask(message)) ?? whenDue(() => repeat(message))
}

async function repeat<N extends MessageName>(message: Sent<N>): Delivered<N> {
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const result = await ask(message)
    if (result !== undefined) return result
  }
  return { ok: false, error: { code: 'unexpected', message: 'The worker gave no answer' } }
}

/** One after the other, in the order in which they came. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = (repeating ?? Promise.resolve()).then(work)
  repeating = done
  try {
    return await done
  } finally {
    if (repeating === done) repeating = undefined
  }
}

/** @returns undefined where there was no answer */
async function ask<N extends MessageName>(message: Sent<N>): Promise<Result<Reply<N>> | undefined> {
  if (!isConnected()) return orphaned
  try {
    return await browser.runtime.sendMessage(message)
  } catch {
    return isConnected() ? undefined : orphaned
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
