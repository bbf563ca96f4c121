import type { CDPSession, Page } from '@playwright/test'

export type AnnotationKind = 'bar' | 'mark' | 'card'

/** An element inside one of Dogear's annotations. */
export interface AnnotationNode {
  readonly host: AnnotationKind
  /** The element's name in lower case. */
  readonly name: string
  /** Its text with everything below it, white space collapsed. */
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
  /** How the DevTools protocol names it. */
  readonly backendNodeId: number
}

/** A node as `DOM.getDocument` gives it (Chrome DevTools protocol, domain DOM). */
interface ProtocolNode {
  readonly backendNodeId: number
  readonly nodeType: number
  readonly localName: string
  readonly nodeValue: string
  readonly attributes?: readonly string[]
  readonly children?: readonly ProtocolNode[]
  readonly shadowRoots?: readonly ProtocolNode[]
  /** Of a frame. */
  readonly contentDocument?: ProtocolNode
}

const textNode = 3

/**
 * Every element inside the annotations of a page, in the order of the page. They are in closed shadow roots,
 * which neither the page nor a locator can look into; the DevTools protocol can.
 */
export async function annotationNodes(page: Page): Promise<readonly AnnotationNode[]> {
  return withSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    return [...hostsBelow(root)].flatMap(({ kind, host }) =>
      (host.shadowRoots ?? []).flatMap((shadow) =>
        [...elementsBelow(shadow)].map((element) => ({
          host: kind,
          name: element.localName,
          text: textOf(element).replace(/\s+/g, ' ').trim(),
          attributes: attributesOf(element),
          backendNodeId: element.backendNodeId,
        })),
      ),
    )
  })
}

/** What all annotations of a page show, one line for each; empty where there are none. */
export async function annotationText(page: Page): Promise<string> {
  return withSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const bodies = [...hostsBelow(root)].flatMap(({ host }) =>
      (host.shadowRoots ?? []).flatMap(({ children = [] }) =>
        children.filter(({ localName }) => localName !== 'style'),
      ),
    )
    const lines = await Promise.all(bodies.map((body) => renderedText(session, body)))
    return lines.filter((line) => line !== '').join('\n')
  })
}

/** What stands right before each annotation of a kind: the text of the element, white space collapsed. */
export async function textsBefore(page: Page, kind: AnnotationKind): Promise<string[]> {
  return withSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const found = [...hostsBelow(root)].filter((one) => one.kind === kind)
    return Promise.all(
      found.map(({ host }) =>
        callOn(session, host, 'return this.previousElementSibling?.textContent'),
      ),
    )
  })
}

/** The tags and the note in fields that are open, in the page's first annotation that has any. */
export async function writtenIn(
  page: Page,
): Promise<{ readonly tags: readonly string[]; readonly note: string } | undefined> {
  const nodes = await annotationNodes(page)
  const field = nodes.find(({ name }) => name === 'textarea')
  if (field === undefined) return undefined
  const note = await withSession(page, (session) => callOn(session, field, 'return this.value'))
  return { note, tags: nodes.flatMap(({ attributes }) => attributes['data-tag'] ?? []) }
}

/** The text that is on the screen: what is hidden is not in it. */
function renderedText(session: CDPSession, node: ProtocolNode): Promise<string> {
  return callOn(session, node, 'return this.innerText')
}

async function callOn(
  session: CDPSession,
  { backendNodeId }: Pick<ProtocolNode, 'backendNodeId'>,
  body: string,
): Promise<string> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId })
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function () { ${body} }`,
    returnByValue: true,
  })
  return String(result.value ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Clicks an element inside an annotation with the mouse, as a user would: the event is trusted.
 *
 * @param find chooses the element; the first that fits is clicked
 * @throws Error when none fits
 */
export async function clickAnnotation(
  page: Page,
  find: (node: AnnotationNode) => boolean,
): Promise<void> {
  const node = (await annotationNodes(page)).find(find)
  if (node === undefined) throw new Error('No annotation has such an element')
  const { x, y } = await withSession(page, async (session) => {
    const { backendNodeId } = node
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId })
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId })
    return middleOf(model.border)
  })
  await page.mouse.click(x, y)
}

/** For `clickAnnotation`: whether an element has this class. */
export const hasClass =
  (name: string) =>
  ({ attributes }: AnnotationNode): boolean =>
    (attributes.class ?? '').split(' ').includes(name)

/** For `clickAnnotation`: whether an element has this name for screen readers. */
export const isNamed =
  (label: string) =>
  ({ attributes }: AnnotationNode): boolean =>
    attributes['aria-label'] === label

async function withSession<T>(page: Page, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  try {
    return await use(session)
  } finally {
    await session.detach()
  }
}

interface Host {
  readonly kind: AnnotationKind
  readonly host: ProtocolNode
}

function* hostsBelow(node: ProtocolNode): Generator<Host> {
  const kind = kindOf(node)
  if (kind !== undefined) yield { kind, host: node }
  for (const child of node.children ?? []) yield* hostsBelow(child)
}

/** By what is in its root, since it has nothing else that it could be known by. */
function kindOf({ shadowRoots = [] }: ProtocolNode): AnnotationKind | undefined {
  const [ours] = shadowRoots.flatMap(({ children = [] }) =>
    children.filter((child) => /^(light|dark)\b/.test(attributesOf(child).class ?? '')),
  )
  const name = attributesOf(ours?.children?.[0] ?? { attributes: [] }).class ?? ''
  return (['bar', 'mark', 'card'] as const).find((kind) => name.split(' ').includes(kind))
}

function childrenOf({ children = [], contentDocument }: ProtocolNode): readonly ProtocolNode[] {
  return contentDocument === undefined ? children : [...children, contentDocument]
}

function* elementsBelow(node: ProtocolNode): Generator<ProtocolNode> {
  for (const child of childrenOf(node)) {
    if (child.nodeType === textNode || child.localName === 'style') continue
    yield child
    yield* elementsBelow(child)
  }
}

function textOf(node: ProtocolNode): string {
  if (node.nodeType === textNode) return node.nodeValue
  if (node.localName === 'style') return ''
  return childrenOf(node).map(textOf).join(' ')
}

function attributesOf(node: Pick<ProtocolNode, 'attributes'>): Record<string, string> {
  const flat = node.attributes ?? []
  return Object.fromEntries(
    flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [])),
  )
}

/** @param quad the corners as x and y in turn, clockwise, in CSS pixels */
function middleOf(quad: readonly number[]): { x: number; y: number } {
  const [left = 0, top = 0, , , right = 0, bottom = 0] = quad
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}
