import { connect, type Socket } from 'node:net'
import type { Browser } from 'puppeteer-core'

/** The window of a Firefox, with what is around its pages. */
export interface FirefoxWindow {
  /** Opens the extension's sidebar, and answers once its page is loaded. */
  openSidebar(): Promise<ShownPage>
  /** The tab at an address, which comes to the front with whatever is done in it. */
  tab(address: string): ShownPage
  /** The addresses of all tabs. */
  tabs(): Promise<readonly string[]>
  /** What the browser asks the user at its address bar; undefined where it asks nothing. */
  question(): Promise<Question | undefined>
  /** Presses the button of the question that is named so. */
  answer(button: string): Promise<void>
  /** The notification that was shown last and still stands; undefined where there is none. */
  notification(): Promise<ShownNotification | undefined>
  pressNotification(): Promise<void>
  /** Ends the extension's background, as Firefox does when it has had nothing to do for a while. */
  endBackground(): Promise<void>
  /** A picture of the notification, as PNG. */
  pictureOfNotification(): Promise<Buffer>
  /** A picture of the whole window, as PNG. */
  picture(): Promise<Buffer>
}

/** A page, reached from the window around it. */
export interface ShownPage {
  /**
   * Runs the body of an asynchronous function in it, with what a browser's own script may do, where `document` is its
   * document and `page` what its own scripts have as `window`, and answers what that returns.
   */
  run(body: string): Promise<unknown>
  /** Presses keys in it, as a user does, by their `KeyboardEvent.key`. */
  press(...keys: readonly string[]): Promise<void>
}

/** What Firefox asks the user, as far as it can be seen. */
export interface Question {
  /** The extension that asks, and what for. */
  readonly texts: readonly string[]
  readonly buttons: readonly string[]
}

export interface ShownNotification {
  readonly title: string
  readonly text: string
  /** The other buttons on it. */
  readonly buttons: readonly string[]
}

export const extensionId = 'dogear@dogear.dev'
/** Where Firefox listens for `takeWindow`. */
export const windowPort = 28_283

/**
 * Takes control of a Firefox window. Puppeteer is disconnected first, because only one client can be in
 * control. It comes from `launchFirefox`, with `hasWindow`.
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
  /** @param browser an expression for the element that shows the page */
  const runIn = (browser: string, body: string) =>
    run(
      `const { messageManager } = ${browser}
        const answer = new Promise((resolve, reject) => {
          messageManager.addMessageListener('answer', function listen({ data }) {
            messageManager.removeMessageListener('answer', listen)
            if ('error' in data) reject(data.error)
            else resolve(data.value)
          })
        })
        messageManager.loadFrameScript('data:,' + encodeURIComponent(given[0]), false)
        return answer`,
      `(async (document, page) => { ${body} })(content.document, content.wrappedJSObject).then(
          (value) => sendAsyncMessage('answer', { value }),
          (error) => sendAsyncMessage('answer', { error: String(error) }),
        )`,
    )
  const pageIn = (browser: string): ShownPage => ({
    run: (body) => runIn(browser, body),
    async press(...keys) {
      await run(`${browser}.focus()`)
      await runIn(
        browser,
        `while (!document.hasFocus()) await new Promise((resolve) => content.setTimeout(resolve, 20))`,
      )
      await run(
        `const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
        processor.beginInputTransactionForTests(window)
        for (const key of given) {
          // That of a key with a name, it knows itself.
          const keyCode = key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0
          const event = new KeyboardEvent('', { key, keyCode })
          processor.keydown(event)
          processor.keyup(event)
        }`,
        ...keys,
      )
    },
  })
  async function pictureOf(window: string): Promise<Buffer> {
    const base64 = await run(`const { document, browsingContext } = ${window}
      const { width, height } = document.documentElement.getBoundingClientRect()
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
      Object.assign(canvas, { width, height })
      const all = new DOMRect(0, 0, width, height)
      const drawn = await browsingContext.currentWindowGlobal.drawSnapshot(all, 1, 'white')
      canvas.getContext('2d').drawImage(drawn, 0, 0)
      return canvas.toDataURL().split(',')[1]`)
    return Buffer.from(String(base64), 'base64')
  }
  return {
    async openSidebar() {
      await run(`await SidebarController.show(${JSON.stringify(sidebarId)})
        const pause = () => new Promise((resolve) => setTimeout(resolve, 50))
        while (!${panel}?.currentURI?.spec.includes('sidepanel')) await pause()`)
      return pageIn(panel)
    },
    tab: (address) => pageIn(`(${showTab})(${JSON.stringify(address)})`),
    tabs: async () =>
      (await run(
        'return gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec)',
      )) as string[],
    question: async () =>
      ((await run(`const shown = ${question}
        return shown && {
          texts: [...shown.querySelectorAll('.popup-notification-description, li')].map((one) => one.textContent.trim()),
          buttons: [shown.button, shown.secondaryButton].map(({ label }) => label),
        }`)) ?? undefined) as Question | undefined,
    answer: async (button) =>
      void (await run(
        `const { button, secondaryButton } = ${question}
        ;[button, secondaryButton].find(({ label }) => label === given[0]).click()`,
        button,
      )),
    notification: async () =>
      ((await run(`const shown = ${notification}
        return shown && {
          title: shown.document.getElementById('alertTitleLabel').value,
          text: shown.document.getElementById('alertTextLabel').textContent,
          buttons: [...shown.document.querySelectorAll('button, toolbarbutton')]
            .filter((one) => one.getBoundingClientRect().width > 0)
            .map((one) => one.id),
        }`)) ?? undefined) as ShownNotification | undefined,
    pressNotification: async () =>
      void (await run(`${notification}.document.getElementById('alertBox').click()`)),
    endBackground: async () =>
      void (await run(`const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)})
        await extension.terminateBackground()
        if (extension.backgroundState !== 'stopped') throw new Error(extension.backgroundState)`)),
    picture: () => pictureOf('window'),
    pictureOfNotification: () => pictureOf(notification),
  }
}

/** As Firefox makes it from the extension's id. */
const sidebarId = `${extensionId.replace(/\W/g, '_')}-sidebar-action`
const showTab = `(address) => {
  const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === address)
  gBrowser.selectedTab = tab
  return tab.linkedBrowser
}`
/** Where it is open, and not just coming or going. */
const question = `(PopupNotifications.panel.state === 'open' ? PopupNotifications.panel.firstElementChild : null)`
/** A window of its own, which Firefox draws where the system shows no notifications. */
const notification = `[...Services.wm.getEnumerator('alert:alert')]
  .filter(({ document }) => document.readyState === 'complete').at(-1)`
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
      // The first message is a greeting and no answer.
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
    // The connection ends with the browser.
    socket.on('error', () => {})
  })
}

interface Failure {
  readonly message: string
}

interface Result {
  readonly value?: unknown
}
