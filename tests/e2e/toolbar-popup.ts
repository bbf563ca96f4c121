import type { CDPSession, Worker } from '@playwright/test'
import type { Extension } from './extension'

/** The popup that really hangs from the toolbar button. It is no page to Playwright, but one to the protocol. */
export interface ToolbarPopup {
  /** Runs an expression in the popup. */
  evaluate(expression: string): Promise<unknown>
  /** Presses a key in it, by its `KeyboardEvent.key`. */
  press(key: string): Promise<void>
  /** Clicks on what a selector finds, as a user does it: what the browser lets only users do works. */
  click(selector: string): Promise<void>
  /** Closes it, as a click into the page does, and waits until it is gone. */
  close(): Promise<void>
  /** A picture of it, as base64. */
  picture(): Promise<string>
  emulateColorScheme(colorScheme: 'light' | 'dark'): Promise<void>
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
  const targetId = await created
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  const command = (method: string, params: object) => commandIn(session, sessionId, method, params)
  return {
    evaluate: (expression) => evaluateIn(session, sessionId, expression, false),
    async close() {
      const gone = new Promise<void>((resolve) => {
        session.on('Target.targetDestroyed', (event) => {
          if (event.targetId === targetId) resolve()
        })
      })
      await evaluateIn(session, sessionId, 'setTimeout(() => window.close(), 0)', false)
      await gone
    },
    async click(selector) {
      const found = `document.querySelector(${JSON.stringify(selector)})`
      await evaluateIn(session, sessionId, `${found}.click()`, true)
    },
    async press(key) {
      const windowsVirtualKeyCode = keyCodes[key] ?? key.toUpperCase().charCodeAt(0)
      const text = key.length === 1 ? key : undefined
      const event = { key, windowsVirtualKeyCode }
      await command('Input.dispatchKeyEvent', {
        type: text ? 'keyDown' : 'rawKeyDown',
        text,
        ...event,
      })
      await command('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    },
    async picture() {
      const { data } = await command('Page.captureScreenshot', {})
      return String(data)
    },
    async emulateColorScheme(value) {
      const features = [{ name: 'prefers-color-scheme', value }]
      await command('Emulation.setEmulatedMedia', { features })
    },
  }
}

/** Of keys that are not named by the character that they type. */
const keyCodes: Readonly<Record<string, number>> = { Escape: 27, ArrowUp: 38, ArrowDown: 40 }

let lastId = 0

async function evaluateIn(
  session: CDPSession,
  sessionId: string,
  expression: string,
  userGesture: boolean,
): Promise<unknown> {
  const params = { expression, awaitPromise: true, returnByValue: true, userGesture }
  const { result, exceptionDetails } = (await commandIn(
    session,
    sessionId,
    'Runtime.evaluate',
    params,
  )) as unknown as Evaluation
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
  return result.value
}

function commandIn(
  session: CDPSession,
  sessionId: string,
  method: string,
  params: object,
): Promise<Record<string, unknown>> {
  lastId += 1
  const id = lastId
  return new Promise((resolve, reject) => {
    const listen = ({ message }: { message: string }) => {
      const answer = JSON.parse(message)
      if (answer.id !== id) return
      session.off('Target.receivedMessageFromTarget', listen)
      if (answer.error) reject(new Error(answer.error.message))
      else resolve(answer.result)
    }
    session.on('Target.receivedMessageFromTarget', listen)
    const message = JSON.stringify({ id, method, params })
    session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
  })
}

interface Evaluation {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } }
}

interface ActionApi {
  readonly action: { openPopup(): Promise<void> }
}
