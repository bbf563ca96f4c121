import type { Page } from '@playwright/test'
import type { Result } from '../../../lib/errors/result'
import type { MessageName, Reply, Request } from '../../../lib/messaging/protocol'
import type { Extension } from './extension'

/** A page of the extension that changes nothing by itself. */
export async function openOptions({ context, extensionId }: Extension): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/options.html`)
  return page
}

/**
 * Sends a message to the worker as `send` does.
 *
 * @param page of the extension
 * @returns undefined where the worker was killed before it answered
 */
export function sendFrom<N extends MessageName>(
  page: Page,
  name: N,
  payload: Request<N>,
): Promise<Result<Reply<N>> | undefined> {
  return page.evaluate(
    async (message) => {
      const { runtime } = (globalThis as unknown as { chrome: RuntimeApi }).chrome
      return runtime.sendMessage(message).catch(() => undefined)
    },
    { name, payload },
  ) as Promise<Result<Reply<N>> | undefined>
}

/** The text of the toolbar badge, also where the worker was killed. */
export function badgeFrom(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { action } = (globalThis as unknown as { chrome: ActionApi }).chrome
    return action.getBadgeText({})
  })
}

interface ActionApi {
  readonly action: { getBadgeText(details: object): Promise<string> }
}

interface RuntimeApi {
  readonly runtime: { sendMessage(message: object): Promise<unknown> }
}
