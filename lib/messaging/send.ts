import { browser } from 'wxt/browser'
import type { Result } from '../errors/result'
import { carriedLimit } from './limits'
import type { ChangingMessage, MessageName, Reply, Request } from './protocol'

/** How long to wait before each further try, in milliseconds: a stopped worker is there again in less than the first. */
const waits = [100, 400, 1_500]

/**
 * The messages that the protocol marks as changes, by name: from its types, because its schemas are not to be loaded
 * in every page.
 */
const changes = {
  editEntry: true,
  editEntries: true,
  separate: true,
  undoChange: true,
  undoNewest: true,
  redoChange: true,
  changeSettings: true,
  addWatch: true,
  changeWatch: true,
  removeWatch: true,
} satisfies Record<ChangingMessage, true>

/** The changes that were sent and not answered yet, in their order. */
let unanswered: readonly unknown[] = []

/** What leaves a trace of a look or of a search, which there must be none of from a private window. */
export type TraceName = 'noteSearch' | 'markSeen'

/**
 * Sends a message to the worker, waking it if need be. A message that gets no answer, because the worker was
 * stopped at work, is sent again: the worker knows it by its id and does nothing twice. A change carries along
 * those that were sent before it and are not answered yet, and comes after them, whichever worker has it first.
 *
 * @param id a name for the message, where the sender wants to know it
 * @returns the worker's answer; never rejects. The failure is `orphaned` where the extension has been updated
 *   or removed below a page that is still open.
 */
export async function send<N extends Exclude<MessageName, TraceName>>(
  name: N,
  payload: Request<N>,
  id: string = crypto.randomUUID(),
): Promise<Result<Reply<N>>> {
  const message = { name, payload, id }
  if (!(name in changes)) return deliver(message)
  unanswered = [...unanswered, message]
  const result = await deliver(message)
  unanswered = unanswered.filter((other) => other !== message)
  return result
}

/** Sends what leaves a trace: for `leaveTrace`, which knows the window, and for nobody else. */
export function sendTrace<N extends TraceName>(
  name: N,
  payload: Request<N>,
): Promise<Result<Reply<N>>> {
  return deliver({ name, payload, id: crypto.randomUUID() })
}

interface Sent<N extends MessageName> {
  readonly name: N
  readonly payload: Request<N>
  readonly id: string
}

async function deliver<N extends MessageName>(message: Sent<N>): Promise<Result<Reply<N>>> {
  let result = await ask(message)
  for (const wait of waits) {
    if (result !== undefined) return result
    await new Promise((resolve) => setTimeout(resolve, wait))
    result = await ask(message)
  }
  return (
    result ?? { ok: false, error: { code: 'unexpected', message: 'The worker gave no answer' } }
  )
}

/** @returns undefined where there was no answer */
async function ask<N extends MessageName>(message: Sent<N>): Promise<Result<Reply<N>> | undefined> {
  if (!isConnected()) return orphaned
  const place = unanswered.indexOf(message)
  const before = unanswered.slice(Math.max(0, place - carriedLimit), Math.max(0, place))
  try {
    return await browser.runtime.sendMessage(before.length === 0 ? message : { ...message, before })
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
