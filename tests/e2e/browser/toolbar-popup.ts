import type { CDPSession, Worker } from '@playwright/test'
import { until } from '../../../scripts/until'
import type { Extension } from './extension'

/** The popup that really hangs from the toolbar button. It is no page to Playwright, but one to the protocol. */
export interface ToolbarPopup {
  /** Runs an expression in the popup. */
  evaluate(expression: string): Promise<unknown>
  /** Runs a function in it, which stands alone, and answers what that returns. */
  run<Given extends readonly unknown[], Answer>(
    what: (...given: Given) => Answer | Promise<Answer>,
    ...given: Given
  ): Promise<Answer>
  /** Presses a key in it, by the name that `useKeys` has for it: `j`, `Shift+j`, `Ctrl+a`, `ArrowDown`. */
  press(key: string): Promise<void>
  /** Presses the keys of a text, one by one. */
  type(text: string): Promise<void>
  /** Puts a text where the cursor is, all at once. */
  paste(text: string): Promise<void>
  /** Clicks on what a selector finds, as a user does it: what the browser lets only users do works. */
  click(selector: string): Promise<void>
  /** Closes it where it is open, as a click into the page does, and waits until it is gone. */
  close(): Promise<void>
  /** Loads its page again, with this script of a test before its own. */
  reload(script: string): Promise<void>
  /** Is there once it has gone, as it does when the user turns to something else. */
  readonly gone: Promise<void>
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
  let isGone = false
  const gone = new Promise<void>((resolve) => {
    session.on('Target.targetDestroyed', (event) => {
      if (event.targetId !== targetId) return
      isGone = true
      resolve()
    })
  })
  const evaluate = (expression: string) => evaluateIn(session, sessionId, expression, false)
  async function press(name: string): Promise<void> {
    const { text, ...event } = keyEvent(name)
    const down = { type: text ? 'keyDown' : 'rawKeyDown', text, ...event }
    await Promise.race([command('Input.dispatchKeyEvent', down), gone])
    // What opens a tab closes the popup.
    await Promise.race([command('Input.dispatchKeyEvent', { type: 'keyUp', ...event }), gone])
  }
  return {
    evaluate,
    async run<Given extends readonly unknown[], Answer>(
      what: (...given: Given) => Answer | Promise<Answer>,
      ...given: Given
    ) {
      return (await evaluate(`(${what})(...${JSON.stringify(given)})`)) as Answer
    },
    press,
    async type(text) {
      for (const letter of text) await press(letter)
    },
    async paste(text) {
      await command('Input.insertText', { text })
    },
    gone,
    async close() {
      if (isGone) return
      await evaluate('setTimeout(() => window.close(), 0)')
      await gone
    },
    async click(selector) {
      const found = `document.querySelector(${JSON.stringify(selector)})`
      await evaluateIn(session, sessionId, `${found}.click()`, true)
    },
    async reload(script) {
      await command('Page.enable', {})
      const added = await command('Page.addScriptToEvaluateOnNewDocument', { source: script })
      await evaluate('window.isOld = true')
      await command('Page.reload', {})
      await until('the popup is loaded again', 15, async () => {
        const isNew = await evaluate('window.isOld !== true && document.readyState === "complete"')
        return isNew === true || undefined
      })
      await command('Page.removeScriptToEvaluateOnNewDocument', { ...added })
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

/** What the browser tells a page of a press, by the name that `useKeys` has for the key. */
function keyEvent(name: string) {
  const [named = '', ...held] = name.split('+').reverse()
  const isShifted = held.includes('Shift') || /[?{}]/.test(named)
  const isLetter = /^[a-z]$/.test(named)
  const key = isShifted && isLetter ? named.toUpperCase() : named
  const isTyped = key.length === 1 && !held.includes('Ctrl')
  const text = key === 'Enter' ? '\r' : isTyped ? key : undefined
  return {
    key,
    text,
    modifiers: (held.includes('Ctrl') ? 2 : 0) + (isShifted ? 8 : 0),
    windowsVirtualKeyCode: keyCodes[key] ?? key.toUpperCase().charCodeAt(0),
  }
}

/** Of keys that have another number than the letter, figure or space that they type. */
const keyCodes: Readonly<Record<string, number>> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  ':': 186,
  '-': 189,
  '.': 190,
  '/': 191,
  '?': 191,
  '[': 219,
  '{': 219,
  ']': 221,
  '}': 221,
  '"': 222,
}

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
