import { parseXml, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml'
import { ReplyError } from './source'

/**
 * The outermost element of a reply in XML.
 *
 * @throws ReplyError when it is none
 */
export function rootOf(reply: unknown): XmlElement | null {
  try {
    return parseXml(String(reply)).root
  } catch (error) {
    // The parser's own message holds a piece of the reply.
    throw new ReplyError('The reply is not XML', { cause: error })
  }
}

export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => {
    return child instanceof XmlElement && child.name === name
  })
}

/** The text of the first child of this name; empty where there is none. */
export function textOf(parent: XmlElement, name: string): string {
  const [first] = childrenOf(parent, name)
  return first === undefined ? '' : textWithin(first)
}

/** All text in an element. The parser's own way asks each level for the text of the next, and thousands are too many. */
function textWithin(element: XmlElement): string {
  const texts: string[] = []
  const left: XmlNode[] = [element]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node instanceof XmlText) texts.push(node.text)
    if (node instanceof XmlElement) for (const child of node.children.toReversed()) left.push(child)
  }
  return texts.join('')
}
