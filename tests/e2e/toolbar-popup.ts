import type { CDPSession, Worker } from '@playwright/test'
import type { Extension } from './extension'

/** The popup that really hangs from the toolbar button. It is no page to Playwright, but one to the protocol. */
export interface ToolbarPopup {
  /** Runs an expression in the popup. */
  evaluate(expression: string): Promise<unknown>
  /** Clicks on what a selector finds, as a user does it: what the browser lets only users do works. */
  press(selector: string): Promise<void>
}

interface Opening {
  /** Of the popup's page, below the extension. */
  readonly address: string
  /** Has the browser open it. */
  readonly open: (worker: Worker) => Promise<void>
}

const byButton: Opening = {
  address: 'popup.html',
  open: (worker) =>
    worker.evaluate(() =>
      (globalThis as unknown as { chrome: ActionApi }).chrome.action.openPopup(),
    ),
}

/** Opens the popup over the page that is in front. */
export async function openToolbarPopup(
  { context, worker, extensionId }: Extension,
  { address: path, open }: Opening = byButton,
): Promise<ToolbarPopup> {
  const browser = context.browser()
  if (browser === null) throw new Error('The context has no browser')
  const session = await browser.newBrowserCDPSession()
  await session.send('Target.setDiscoverTargets', { discover: true })
  const address = `chrome-extension://${extensionId}/${path}`
  const created = new Promise<string>((resolve) => {
    const look = ({ targetInfo }: { targetInfo: { targetId: string; url: string } }) => {
      if (targetInfo.url === address) resolve(targetInfo.targetId)
    }
    session.on('Target.targetCreated', look)
    session.on('Target.targetInfoChanged', look)
  })
  await open(worker)
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: await created,
    flatten: false,
  })
  return {
    evaluate: (expression) => evaluateIn(session, sessionId, expression, false),
    async press(selector) {
      const found = `document.querySelector(${JSON.stringify(selector)})`
      await evaluateIn(session, sessionId, `${found}.click()`, true)
    },
  }
}

let lastId = 0

function evaluateIn(
  session: CDPSession,
  sessionId: string,
  expression: string,
  userGesture: boolean,
): Promise<unknown> {
  lastId += 1
  const id = lastId
  return new Promise((resolve, reject) => {
    const listen = ({ message }: { message: string }) => {
      const answer = JSON.parse(message)
      if (answer.id !== id) return
      session.off('Target.receivedMessageFromTarget', listen)
      const { result, exceptionDetails } = answer.result
      if (exceptionDetails) reject(new Error(exceptionDetails.exception?.description))
      else resolve(result.value)
    }
    session.on('Target.receivedMessageFromTarget', listen)
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture }
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params })
    session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
  })
}

interface ActionApi {
  readonly action: { openPopup(): Promise<void> }
}
