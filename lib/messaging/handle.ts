import { type Browser, browser } from 'wxt/browser'
import type * as z from 'zod/mini'
import { failureOf } from '../errors/failure'
import type { Result } from '../errors/result'
import {
  envelope,
  type MessageName,
  protocol,
  type Reply,
  type Request,
  type SenderKind,
} from './protocol'

/** The page that asks, where it is one that is annotated. */
export interface AskingPage {
  readonly address: string
  /** Whether the page is in a private window. */
  readonly isPrivate: boolean
}

/** Each gets the id of the message as well: what it stores for the user, it stores once for each id. */
export type Handlers = {
  readonly [N in MessageName]: (
    request: Request<N>,
    id: string,
    page?: AskingPage,
  ) => Promise<Reply<N>>
}

type Sender = Browser.runtime.MessageSender

/**
 * Answers every message of the protocol. To be called in the worker's first turn, or a message that woke
 * the worker is lost.
 *
 * @param isAnnotated whether the content script runs on pages of this address
 */
export function handleMessages(
  handlers: Handlers,
  isAnnotated: (address: string) => Promise<boolean>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    void senderKind(sender, isAnnotated)
      .then(
        (from) =>
          answerMessage(message, from, handlers, from === 'page' ? pageOf(sender) : undefined),
        failed,
      )
      .then(sendResponse)
    return true
  })
}

/**
 * Which kind of sender a message has, by what the browser says and never by the message itself.
 *
 * @returns undefined for senders that are refused: frames inside a page, other pages, other extensions
 */
export async function senderKind(
  sender: Sender,
  isAnnotated: (address: string) => Promise<boolean>,
): Promise<SenderKind | undefined> {
  if (sender.id !== browser.runtime.id || sender.url === undefined) return undefined
  if (sender.url.startsWith(browser.runtime.getURL('/'))) return 'extension'
  if (sender.tab === undefined || sender.frameId !== 0) return undefined
  return (await isAnnotated(sender.url)) ? 'page' : undefined
}

function pageOf({ url = '', tab }: Sender): AskingPage {
  return { address: url, isPrivate: tab?.incognito !== false }
}

/** The answer to one message, with request and reply held to their schemas. Never rejects. */
export async function answerMessage(
  message: unknown,
  from: SenderKind | undefined,
  handlers: Handlers,
  page?: AskingPage,
): Promise<Result<unknown>> {
  try {
    const outer = envelope.safeParse(message)
    if (!outer.success || from === undefined || !isName(outer.data.name)) return refused()
    const { name, payload, id = crypto.randomUUID(), before = [] } = outer.data
    // Replay the sender's unanswered messages first: the worker that got them may have died. Ids make the
    // replay harmless.
    for (const earlier of before) await answerMessage(earlier, from, handlers, page)
    const { request, reply, from: allowed } = protocol[name]
    if (!(allowed as readonly SenderKind[]).includes(from)) return refused()
    const checked = (request as z.ZodMiniType).safeParse(payload)
    if (!checked.success) return refused(checked.error.message)
    const handler = handlers[name] as (
      request: unknown,
      id: string,
      page?: AskingPage,
    ) => Promise<unknown>
    const value = await handler(checked.data, id, page)
    return { ok: true, value: (reply as z.ZodMiniType).parse(value) }
  } catch (error) {
    return failed(error)
  }
}

function failed(error: unknown): Result<never> {
  return { ok: false, error: failureOf(error) }
}

function isName(name: string): name is MessageName {
  return Object.hasOwn(protocol, name)
}

function refused(reason = 'This sender may not send this message'): Result<never> {
  return { ok: false, error: { code: 'refused', message: reason } }
}
