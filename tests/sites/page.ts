import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseHTML } from 'linkedom'

/** One of the pages beside this file, such as `arxiv/abs.html`. */
export function pageOf(file: string): Document {
  return documentOf(readFileSync(path.join(import.meta.dirname, file), 'utf8'))
}

export function documentOf(html: string): Document {
  return parseHTML(html).document
}
