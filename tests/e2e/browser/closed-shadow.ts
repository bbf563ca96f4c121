import type { CDPSession, Page } from '@playwright/test'

export type AnnotationHost = 'dogear-bar' | 'dogear-mark' | 'dogear-card'

/** An element inside one of Dogear's annotations. */
export interface AnnotationNode {
  readonly host: AnnotationHost
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
}

const textNode = 3

/**
 * Every element inside the annotations of a page, in the order of the page. They are in closed shadow roots,
 * which neither the page nor a locator can look into; the DevTools protocol can.
 */
export async function annotationNodes(page: Page): Promise<readonly AnnotationNode[]> {
  return withSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    return [...hostsBelow(root)].flatMap((host) =>
      (host.shadowRoots ?? []).flatMap((shadow) =>
        [...elementsBelow(shadow)].map((element) => ({
          host: host.localName as AnnotationHost,
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
    const bodies = [...hostsBelow(root)].flatMap((host) =>
      (host.shadowRoots ?? []).flatMap(({ children = [] }) =>
        children.filter(({ localName }) => localName !== 'style'),
      ),
    )
    const lines = await Promise.all(bodies.map((body) => renderedText(session, body)))
    return lines.filter((line) => line !== '').join('\n')
  })
}

/** The text that is on the screen: what is hidden is not in it. */
async function renderedText(session: CDPSession, node: ProtocolNode): Promise<string> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: node.backendNodeId })
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: 'function () { return this.innerText }',
    returnByValue: true,
  })
  return String(result.value).replace(/\s+/g, ' ').trim()
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

function* hostsBelow(node: ProtocolNode): Generator<ProtocolNode> {
  if (/^dogear-(bar|mark|card)$/.test(node.localName)) yield node
  for (const child of node.children ?? []) yield* hostsBelow(child)
}

function* elementsBelow(node: ProtocolNode): Generator<ProtocolNode> {
  for (const child of node.children ?? []) {
    if (child.nodeType === textNode || child.localName === 'style') continue
    yield child
    yield* elementsBelow(child)
  }
}

function textOf(node: ProtocolNode): string {
  if (node.nodeType === textNode) return node.nodeValue
  if (node.localName === 'style') return ''
  return (node.children ?? []).map(textOf).join(' ')
}

function attributesOf(node: ProtocolNode): Record<string, string> {
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
