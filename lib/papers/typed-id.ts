import { parseDoi } from './doi'
import { aclPaperId, arxivPaperId, doiPaperId, type PaperId, parsePaperId } from './paper-id'

/** What people and forms write before a DOI, again and again at times: `DOI:`, `doi: https://…`, `urn:doi:`. */
const before =
  /^(?:[\s("'<[{]|(?:urn:)?doi(?:[:\s]+|(?=\s*10\.))|info:doi\/|https?:\/\/(?:www\.|dx\.)?doi\.org\/)+/i
/** Nothing that is seen, and nothing that a DOI ends in where a person has typed it. */
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g
const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' }

/**
 * The DOI in a field, as people type them: with words before it, in brackets, with a full stop behind it, or with a
 * second one. In an address a full stop can be a part of the name: for that there is `parseDoi`.
 *
 * @returns undefined where the field does not begin with a DOI
 */
export function doiInField(text: string): string | undefined {
  const typed = text.slice(0, 2_000).replace(invisible, '')
  const [name = ''] = typed.replace(before, '').split(/\s|[,;](?=\s*10\.\d{4})/)
  return parseDoi(withoutPunctuation(name))
}

/** Full stops and the like at the end, and brackets there that were never opened. */
function withoutPunctuation(name: string): string {
  let end = name.length
  for (; end > 0; end -= 1) {
    const last = name[end - 1] ?? ''
    const opening = pairs[last]
    if (
      opening === undefined
        ? !/[.,;:'"“”’!?]/.test(last)
        : isOpened(name.slice(0, end), opening, last)
    ) {
      break
    }
  }
  return name.slice(0, end)
}

function isOpened(name: string, opening: string, closing: string): boolean {
  const count = (sign: string) => name.split(sign).length
  return count(opening) >= count(closing)
}

/**
 * The paper that is meant by what was typed or pasted into a search: an id of arXiv, a DOI, an id of the ACL
 * Anthology, or an id as this project writes it. An address is for `lib/sites` to read.
 *
 * @returns undefined for words
 */
export function typedPaperId(typed: string): PaperId | undefined {
  const text = typed.replace(invisible, '').trim()
  if (text.length > 600) return undefined
  const doi = doiInField(text)
  const named = parsePaperId(text) ?? arxivPaperId(text) ?? aclPaperId(text)
  return (
    named ??
    (doi === undefined || /\s\S/.test(text.replace(before, '')) ? undefined : doiPaperId(doi))
  )
}

/** `arxiv.org/pdf/2603.01234` with `https://` before it; undefined for what is no address. */
export function typedAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (/^https?:\/\/\S+$/i.test(text)) return text
  return /^(?:[\w-]+\.)+[a-z]{2,}\/\S+$/i.test(text) ? `https://${text}` : undefined
}
