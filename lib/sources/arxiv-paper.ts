import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { limits } from '../papers/paper'
import { arxivPaperId, doiPaperId, type PaperId } from '../papers/paper-id'
import { hosts } from './hosts'
import type { PaperSource } from './paper-source'
import { type ListedPaper, ReplyError } from './source'
import { dayOf, line } from './values'

const address = 'https://export.arxiv.org/api/query'

/**
 * arXiv itself, in Atom. An id that it does not know gives an empty feed, one that it can't read an entry with
 * the title "Error", which has no paper's id.
 *
 * The format and the pause: https://info.arxiv.org/help/api/user-manual.html
 */
export const arxivPaper: PaperSource = {
  id: 'arxiv-paper',
  hosts: [hosts.arxiv],
  format: 'xml',
  pause: 3_000,

  request(name) {
    const [scheme, id = ''] = name.split(/:(.*)/)
    if (scheme !== 'arxiv') return undefined
    const url = new URL(address)
    url.search = new URLSearchParams({ id_list: id, max_results: '1' }).toString()
    return url
  },

  read(reply, name) {
    const told = childrenOf(feedOf(reply), 'entry').map(readEntry)
    return told.find((one) => one?.paper.id === name)
  },
}

function feedOf(reply: unknown): XmlElement {
  const root = rootOf(reply)
  if (root?.name !== 'feed') throw new ReplyError('The reply is not a feed')
  return root
}

function rootOf(reply: unknown): XmlElement | null {
  try {
    return parseXml(String(reply)).root
  } catch (error) {
    // The parser's own message holds a piece of the reply.
    throw new ReplyError('The reply is not XML', { cause: error })
  }
}

function readEntry(entry: XmlElement): ListedPaper | undefined {
  const [, named = ''] = textOf(entry, 'id').split('/abs/')
  const id = arxivPaperId(named)
  const title = line(textOf(entry, 'title'), limits.title)
  if (id === undefined || title === '') return undefined
  const publishedOn = dayOf(textOf(entry, 'published').trim())
  // A volume, a page and a year may stand behind the journal's name, in any form.
  const venue = line(textOf(entry, 'arxiv:journal_ref'), limits.venue)
  return {
    paper: {
      id,
      aliases: doisOf(entry).filter((doi) => doi !== id),
      title,
      authors: childrenOf(entry, 'author')
        .map((author) => line(textOf(author, 'name'), limits.author))
        .filter((name) => name !== '')
        .slice(0, limits.authors),
      keywords: [],
      ...(publishedOn !== undefined && { publishedOn }),
      ...(venue !== '' && { venue }),
      origin: 'source',
    },
    abstract: line(textOf(entry, 'summary'), limits.abstract),
  }
}

/** Where authors gave several, the first is the paper's, and the others are those of its parts and errata. */
function doisOf(entry: XmlElement): PaperId[] {
  const [first = ''] = textOf(entry, 'arxiv:doi')
    .trim()
    .split(/[\s,]+/)
  const doi = doiPaperId(first)
  return doi === undefined ? [] : [doi]
}

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => {
    return child instanceof XmlElement && child.name === name
  })
}

/** The text of the first child of this name; empty where there is none. */
function textOf(parent: XmlElement, name: string): string {
  return childrenOf(parent, name)[0]?.text ?? ''
}
