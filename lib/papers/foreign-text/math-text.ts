import { lowered, raised } from './scripts'

/** An element of MathML, or text in one. */
interface Node {
  readonly name: string
  readonly children: (Node | string)[]
}

/** What is deeper is taken as it is written. */
const deepest = 40

/** Marks above a letter, as MathML sets them over it. */
const overs: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0304',
  '‾': '\u0305',
  '˙': '\u0307',
  '.': '\u0307',
  '¨': '\u0308',
  '→': '\u20d7',
}

/**
 * A formula of MathML as one line of text in which its structure is still to be seen: `10⁶` and not `106`, `a/(b+c)`
 * and not `ab+c`. It is fed the tags and the text between them.
 *
 * The elements: https://www.w3.org/TR/mathml-core/
 */
export class MathBuilder {
  readonly #root: Node = { name: 'mrow', children: [] }
  readonly #open: Node[] = [this.#root]

  open(name: string): void {
    const node: Node = { name, children: [] }
    this.#open.at(-1)?.children.push(node)
    this.#open.push(node)
  }

  close(name: string): void {
    // A tag that was never opened closes nothing.
    const at = this.#open.findLastIndex((node) => node.name === name)
    if (at > 0) this.#open.length = at
  }

  add(text: string): void {
    const trimmed = text.replace(/\s+/g, ' ')
    if (trimmed.trim() !== '') this.#open.at(-1)?.children.push(trimmed)
  }

  text(): string {
    return textOf(this.#root, 0).trim()
  }
}

function textOf(node: Node | string, depth: number): string {
  if (typeof node === 'string') return node
  if (depth > deepest) return ''
  const { name, children } = node
  const parts = children.map((child) => textOf(child, depth + 1))
  const [base = '', second = '', third = ''] = parts
  switch (name) {
    case 'msup':
      return base + scriptText(second, raised, '^')
    case 'msub':
      return base + scriptText(second, lowered, '_')
    case 'msubsup':
      return base + scriptText(second, lowered, '_') + scriptText(third, raised, '^')
    case 'mfrac':
      return `${inBrackets(base)}/${inBrackets(second)}`
    case 'msqrt':
      return `√${inBrackets(parts.join(''))}`
    case 'mroot':
      return `${raised(second) ?? ''}√${inBrackets(base)}`
    case 'mover':
      return overText(base, second)
    case 'mfenced':
      return `(${parts.join(',')})`
    // What stands for the formula comes first, its copies in other languages behind it.
    case 'semantics':
      return base
    case 'mtr':
    case 'mtable':
      return parts.join(' ')
    case 'mi':
    case 'mn':
    case 'mo':
      return parts.join('').trim()
    default:
      return parts.join('')
  }
}

function scriptText(
  script: string,
  inSigns: (text: string) => string | undefined,
  mark: string,
): string {
  if (script === '') return ''
  // The prime of a derivative stands above the line already.
  if (/^[′″*∗†]+$/.test(script)) return script
  return inSigns(script) ?? `${mark}${inBrackets(script)}`
}

function inBrackets(text: string): string {
  return [...text].length <= 1 || /^[\p{N}.]+$|^\p{L}+$/u.test(text) ? text : `(${text})`
}

function overText(base: string, over: string): string {
  const mark = overs[over]
  return mark !== undefined && [...base].length === 1 ? (base + mark).normalize('NFC') : base + over
}
