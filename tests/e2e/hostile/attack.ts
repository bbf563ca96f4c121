/** What a page tries out on Dogear, and what it has learned. Everything in here runs in the page. */
export interface Attack {
  /** What of this has come into the page's reach, and how. */
  reach(canaries: readonly string[]): string[]
  /** Pretends to be the user on everything that was added to the page. */
  pretend(): void
}

/**
 * Installs the attack before any other script runs. It stands alone, because it is handed over as text.
 *
 * @param names that an element of Dogear's might have
 */
export function installAttack(names: readonly string[]): void {
  const roots: ShadowRoot[] = []
  const internals: ElementInternals[] = []
  const heard: string[] = []
  const added: Element[] = []

  for (const name of names) {
    try {
      customElements.define(
        name,
        class extends HTMLElement {
          static readonly formAssociated = true
          constructor() {
            super()
            internals.push(this.attachInternals())
          }
        },
      )
    } catch {
      // A name without a hyphen.
    }
  }
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options)
    roots.push(root)
    return root
  }
  for (const type of [
    'keydown',
    'keypress',
    'keyup',
    'beforeinput',
    'input',
    'textInput',
    'compositionupdate',
    'paste',
    'copy',
    'selectionchange',
    'focusin',
    'focusout',
    'change',
    'message',
  ]) {
    addEventListener(
      type,
      (event) => {
        const { key = '', data = '' } = event as KeyboardEvent & InputEvent
        const typed = typeof data === 'string' ? data : ''
        // A letter says nothing, and a word is heard letter by letter.
        heard.push(`${key?.length === 1 && type === 'keydown' ? key : typed}`)
      },
      true,
    )
  }
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) added.push(node)
    }
  }).observe(document, { childList: true, subtree: true })

  function* textsWithin(node: Node): Generator<[string, string]> {
    yield ['text', node.textContent ?? '']
    if (!(node instanceof Element)) return
    yield ['markup', node.outerHTML]
    for (const child of [node, ...node.querySelectorAll('*')]) {
      if (child.shadowRoot) {
        yield ['open root', child.shadowRoot.innerHTML]
      }
      const frame = child as HTMLIFrameElement
      if (child.localName === 'iframe') {
        yield ['frame', frame.contentDocument?.documentElement.outerHTML ?? '']
      }
    }
  }

  function* everything(): Generator<[string, string]> {
    yield* textsWithin(document.documentElement)
    for (const element of added) yield* textsWithin(element)
    for (const root of roots) yield ['root', root.innerHTML]
    for (const one of internals) {
      const root = one.shadowRoot
      yield ['internals', root?.innerHTML ?? '']
      for (const field of root?.querySelectorAll<HTMLInputElement>('input, textarea, option') ?? [])
        yield ['field', field.value]
    }
    for (let index = 0; index < window.length; index += 1) {
      yield ['window', window[index]?.document.documentElement.outerHTML ?? '']
    }
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is another text.
    yield ['inner text', document.documentElement.innerText]
    const { getHTML } = Element.prototype as { getHTML?: (options: object) => string }
    yield ['html', getHTML?.call(document.documentElement, { serializableShadowRoots: true }) ?? '']
    yield ['heard', heard.join('')]
    yield ['entries', JSON.stringify(performance.getEntries())]
    document.execCommand('selectAll')
    yield ['selection', String(getSelection())]
    getSelection()?.removeAllRanges()
    yield ['globals', Object.getOwnPropertyNames(globalThis).join()]
  }

  const finders = [false, true].flatMap((inFrames) =>
    [false, true].map((backwards) => [inFrames, backwards] as const),
  )
  function finds(word: string): boolean {
    const { find } = globalThis as unknown as {
      find(...given: readonly (string | boolean)[]): boolean
    }
    return finders.some(([inFrames, backwards]) => {
      try {
        return find(word, false, backwards, true, false, inFrames, false)
      } catch {
        return false
      }
    })
  }

  function pretend(): void {
    // The page is to stay where it is.
    addEventListener('click', (event) => event.preventDefault(), true)
    const all = [...document.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.childElementCount === 0,
    )
    const fields = internals.flatMap((one) => [
      ...(one.shadowRoot?.querySelectorAll<HTMLInputElement>('input, textarea, button') ?? []),
    ])
    for (const field of fields) {
      field.value = 'written by the page'
    }
    for (const element of [...added, ...all, ...fields, document, window]) {
      for (const type of [
        'focus',
        'focusin',
        'input',
        'change',
        'blur',
        'focusout',
        'visibilitychange',
        'pagehide',
      ]) {
        element.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
      }
      for (const type of ['pointerenter', 'pointerover', 'pointerdown', 'pointerup']) {
        element.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }))
      }
      for (const key of ['s', 't', 'Enter', ' ', 'Backspace', 'z']) {
        element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
      }
      element.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }),
      )
      if (element instanceof HTMLElement) {
        element.focus()
        element.click()
        element.blur()
      }
    }
  }

  Object.assign(globalThis, {
    attack: {
      reach: (canaries: readonly string[]) => [
        ...[...everything()].flatMap(([how, text]) =>
          canaries.filter((canary) => text.includes(canary)).map((canary) => `${how}: ${canary}`),
        ),
        ...canaries.filter(finds).map((canary) => `find: ${canary}`),
      ],
      pretend,
    } satisfies Attack,
  })
}

/** The script that installs it. */
export const attackScript = `(${installAttack})(${JSON.stringify([
  'dogear-bar',
  'dogear-mark',
  'dogear-card',
])})`
