import { connect, type Socket } from 'node:net'
import type { Browser } from 'puppeteer-core'

/** The window of a Firefox, with what is around its pages. */
export interface FirefoxWindow {
  /** Opens the extension's sidebar, and answers once its page is loaded. */
  openSidebar(): Promise<void>
  /** Runs the body of a function in the sidebar's page, where `document` is its document, and answers what it returns. */
  runInSidebar(body: string): Promise<unknown>
  /** Presses keys in the sidebar, by their `KeyboardEvent.key`. */
  pressInSidebar(...keys: readonly string[]): Promise<void>
  /** A picture of the whole window, as PNG. */
  picture(): Promise<Buffer>
}

/** Where Firefox listens for `takeWindow`. */
export const windowPort = 28_283

/**
 * Takes the window of a Firefox into one's hands. Puppeteer lets go of it: whoever has it in hand is one at a time.
 * It comes from `launchFirefox`, with `hasWindow`.
 *
 * The protocol: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function takeWindow(browser: Browser): Promise<FirefoxWindow> {
  await browser.disconnect()
  const send = talkOver(await openSocket(windowPort))
  // The stand-in's certificate is its own.
  const capabilities = { alwaysMatch: { acceptInsecureCerts: true } }
  await send('WebDriver:NewSession', { capabilities })
  await send('Marionette:SetContext', { value: 'chrome' })

  async function run(body: string, ...given: readonly unknown[]): Promise<unknown> {
    const script = `const [given, done] = [[...arguments].slice(0, -1), [...arguments].at(-1)]
      const run = async (...given) => { ${body} }
      run(...given).then((value) => done({ value }), (error) => done({ error: String(error) }))`
    const options = { args: given, sandbox: 'system', scriptTimeout: 30_000 }
    const answer = await send('WebDriver:ExecuteAsyncScript', { script, ...options })
    const { error, value } = answer as { readonly error?: string; readonly value?: unknown }
    if (error !== undefined) throw new Error(error)
    return value
  }
  return {
    openSidebar: async () =>
      void (await run(`await SidebarController.show(${JSON.stringify(sidebarId)})
        const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
        while (!${panel}?.currentURI?.spec.includes('sidepanel')) await pause()`)),
    runInSidebar: (body) =>
      run(
        `const { messageManager } = ${panel}
        const answer = new Promise((resolve) => {
          messageManager.addMessageListener('answer', function listen({ data }) {
            messageManager.removeMessageListener('answer', listen)
            resolve(data)
          })
        })
        messageManager.loadFrameScript('data:,' + encodeURIComponent(given[0]), false)
        return answer`,
        `sendAsyncMessage('answer', ((document) => { ${body} })(content.document))`,
      ),
    pressInSidebar: async (...keys) =>
      void (await run(
        `${panel}.focus()
        const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
        processor.beginInputTransactionForTests(window)
        for (const key of given) {
          const event = new KeyboardEvent('', { key, keyCode: key.toUpperCase().charCodeAt(0) })
          processor.keydown(event)
          processor.keyup(event)
        }`,
        ...keys,
      )),
    async picture() {
      const base64 =
        await run(`const { width, height } = document.documentElement.getBoundingClientRect()
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
        Object.assign(canvas, { width, height })
        const all = new DOMRect(0, 0, width, height)
        const drawn = await browsingContext.currentWindowGlobal.drawSnapshot(all, 1, 'white')
        canvas.getContext('2d').drawImage(drawn, 0, 0)
        return canvas.toDataURL().split(',')[1]`)
      return Buffer.from(String(base64), 'base64')
    },
  }
}

/** As Firefox makes it from the extension's id. */
const sidebarId = 'dogear_dogear_dev-sidebar-action'
const panel = `SidebarController.browser.contentDocument?.getElementById('webext-panels-browser')`

type Send = (command: string, parameters: object) => Promise<unknown>

/** Messages are `length:JSON`, a command `[0, id, name, parameters]` and its answer `[1, id, error, result]`. */
function talkOver(socket: Socket): Send {
  const waiting = new Map<number, (error: Failure | null, result: Result | null) => void>()
  let unread = Buffer.alloc(0)
  socket.on('data', (data) => {
    unread = Buffer.concat([unread, data])
    for (;;) {
      const colon = unread.indexOf(':')
      const end = colon + 1 + Number(unread.subarray(0, colon))
      if (colon < 0 || unread.length < end) return
      const message = JSON.parse(unread.subarray(colon + 1, end).toString())
      unread = unread.subarray(end)
      // It first says who it is, which is no answer.
      if (Array.isArray(message)) waiting.get(message[1])?.(message[2], message[3])
    }
  })
  let lastId = 0
  return (command, parameters) => {
    lastId += 1
    const id = lastId
    const message = JSON.stringify([0, id, command, parameters])
    return new Promise((resolve, reject) => {
      waiting.set(id, (error, result) => {
        waiting.delete(id)
        if (error === null) resolve(result?.value)
        else reject(new Error(`${command}: ${error.message}`))
      })
      socket.write(`${Buffer.byteLength(message)}:${message}`)
    })
  }
}

function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(socket))
    socket.once('error', reject)
    // It goes with the browser.
    socket.on('error', () => {})
  })
}

interface Failure {
  readonly message: string
}

interface Result {
  readonly value?: unknown
}
