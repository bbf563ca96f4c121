import { browser } from 'wxt/browser'
import type { Result } from '../errors/result'
import type { MessageName, Reply, Request } from './protocol'

/** How long to wait before each further try, in milliseconds: a stopped worker is there again in less than the first. */
const waits = [100, 400, 1_500]

/** What changes something that the user made. It comes in the order in which it was sent. */
const ordered: ReadonlySet<MessageName> = new Set<MessageName>([
  'editEntry',
  'editEntries',
  'separate',
  'undoChange',
  'undoNewest',
  'redoChange',
  'changeSettings',
  'addWatch',
  'changeWatch',
  'removeWatch',
  'markSeen',
  'keepPaper',
])

/** Settled once all of those that had to be sent again have come through, or were given up. */
let repeating: Promise<unknown> | undefined

/**
 * Sends a message to the worker, waking it if need be. A message that is not answered, for the worker was stopped
 * while it was at work, is sent again: by its id the worker knows it, and does nothing twice.
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
  if (!ordered.has(name)) return deliver(message)
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
  const { isAnswered, result } = await ask(message)
  return isAnswered ? result : whenDue(() => repeat(message, result))
}

async function repeat<N extends MessageName>(
  message: Sent<N>,
  failed: Result<Reply<N>>,
): Delivered<N> {
  let result = failed
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const answer = await ask(message)
    if (answer.isAnswered) return answer.result
    result = answer.result
  }
  return result
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

interface Answer<N extends MessageName> {
  /** Whether asking again makes no sense. */
  readonly isAnswered: boolean
  readonly result: Result<Reply<N>>
}

async function ask<N extends MessageName>(message: Sent<N>): Promise<Answer<N>> {
  if (!isConnected()) return orphaned
  try {
    const result: Result<Reply<N>> | undefined = await browser.runtime.sendMessage(message)
    return result === undefined
      ? unanswered('The worker gave no answer')
      : { isAnswered: true, result }
  } catch (error) {
    return isConnected() ? unanswered(String(error)) : orphaned
  }
}

function unanswered(message: string): { isAnswered: false; result: Result<never> } {
  return { isAnswered: false, result: { ok: false, error: { code: 'unexpected', message } } }
}

/** Whether the extension that this script belongs to is still the one that runs. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined
}

const orphaned = {
  isAnswered: true,
  result: {
    ok: false,
    error: { code: 'orphaned', message: 'The extension was updated or removed' },
  },
} as const
