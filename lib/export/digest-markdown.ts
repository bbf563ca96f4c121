import type { Paper } from '../papers/paper'
import { cite } from './cite'

/** A part of a digest, with a heading in the user's language. */
export interface DigestPart {
  readonly heading: string
  readonly papers: readonly { readonly paper: Paper; readonly about: string }[]
}

/** A digest as Markdown: a heading, and a list of links for each part that has papers. Ends with a line break. */
export function digestMarkdown(heading: string, parts: readonly DigestPart[]): string {
  const blocks = parts
    .filter(({ papers }) => papers.length > 0)
    .map((part) => {
      const items = part.papers.map(({ paper, about }) => {
        const link = cite(paper, 'markdown')
        return about === '' ? `- ${link}` : `- ${link}: ${escaped(about)}`
      })
      return [`## ${escaped(part.heading)}`, items.join('\n')].join('\n\n')
    })
  return `${[`# ${escaped(heading)}`, ...blocks].join('\n\n')}\n`
}

/** Characters of a text that Markdown would take for its own signs. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&')
}
