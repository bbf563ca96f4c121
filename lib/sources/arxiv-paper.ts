import type { XmlElement } from '@rgrove/parse-xml'
import { authorNames } from '../papers/author-list'
import { limits } from '../papers/limits'
import { arxivPaperId, doiPaperId, type PaperId } from '../papers/paper-id'
import { doiInField } from '../papers/typed-id'
import { hosts } from './hosts'
import type { PaperSource } from './paper-source'
import { type ListedPaper, ReplyError } from './source'
import { dayOf, texLine } from './values'
import { childrenOf, rootOf, textOf } from './xml'

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

function readEntry(entry: XmlElement): ListedPaper | undefined {
  const [, named = ''] = textOf(entry, 'id').split('/abs/')
  const id = arxivPaperId(named)
  const title = texLine(textOf(entry, 'title'), limits.title)
  if (id === undefined || title === '') return undefined
  const publishedOn = dayOf(textOf(entry, 'published').trim())
  // A volume, a page and a year may stand behind the journal's name, in any form.
  const venue = texLine(textOf(entry, 'arxiv:journal_ref'), limits.venue)
  return {
    paper: {
      id,
      aliases: firstDoi(textOf(entry, 'arxiv:doi')).filter((doi) => doi !== id),
      title,
      authors: authorNames(
        childrenOf(entry, 'author').map((author) => texLine(textOf(author, 'name'), limits.author)),
      ).slice(0, limits.authors),
      keywords: [],
      ...(publishedOn !== undefined && { publishedOn }),
      ...(venue !== '' && { venue }),
      origin: 'source',
    },
    abstract: texLine(textOf(entry, 'summary'), limits.abstract),
  }
}

/** Where authors gave several, the first is the paper's, and the others are those of its parts and errata. */
export function firstDoi(text: string): PaperId[] {
  const doi = doiPaperId(doiInField(text) ?? '')
  return doi === undefined ? [] : [doi]
}
