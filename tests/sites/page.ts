import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import type { Mention } from '../../lib/sites/site'

/** One of the pages beside this file, such as `arxiv/abs.html`. */
export function pageOf(file: string): Document {
  return documentOf(readFileSync(path.join(import.meta.dirname, file), 'utf8'))
}

export function documentOf(html: string): Document {
  return parseHTML(html).document
}

/** What is found, without the moments at which the one who looks may pause. */
export function allMentions(found: Iterable<Mention | undefined> = []): Mention[] {
  return [...found].filter((mention) => mention !== undefined)
}
