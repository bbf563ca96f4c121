import * as z from 'zod/mini'
import { authorNames, withoutRepeats } from '../papers/author-list'
import { isDay } from '../papers/day'
import { markupText } from '../papers/foreign-text/markup'
import { limits } from '../papers/limits'
import { arxivPaperId, doiPaperId, type PaperId } from '../papers/paper-id'
import { hosts } from './hosts'
import type { PaperSource } from './paper-source'
import { type ListedPaper, ReplyError } from './source'
import { texLine } from './values'

/**
 * Crossref, with which most publishers register their DOIs. The others (Zenodo's, arXiv's own) it does not know.
 *
 * The format: https://api.crossref.org/swagger-ui/index.html and
 * https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
 */
export const crossrefPaper: PaperSource = {
  id: 'crossref-paper',
  hosts: [hosts.crossref],
  format: 'json',
  pause: 0,

  request(name) {
    const doi = doiOf(name)
    return doi === undefined
      ? undefined
      : new URL(`https://api.crossref.org/works/${encodeURIComponent(doi)}`)
  },

  read(reply, name) {
    const checked = envelope.safeParse(reply)
    if (!checked.success) throw new ReplyError('The reply holds no work')
    const { message } = checked.data
    return doiPaperId(message.DOI) === name ? readWork(message, name) : undefined
  },
}

/** The DOI of a paper whose id is one, or is what its site makes its DOIs of (`doiPaperId` takes them apart). */
function doiOf(paperId: PaperId): string | undefined {
  const [scheme, name = ''] = paperId.split(/:(.*)/)
  switch (scheme) {
    case 'doi':
      return name
    case 'acl':
      return `${newAclDoi.test(name) ? '10.18653' : '10.3115'}/v1/${name}`
    case 'ijcai':
      return `10.24963/ijcai.${name}`
    case 'ssrn':
      return `10.2139/ssrn.${name}`
    default:
      return undefined
  }
}

/** The Anthology changed its prefix in the course of 2015. */
const newAclDoi = /^(?:[A-Z](?:1[6-9]|20)-|[DKSW]15-|\d{4}\.)/

/** A field that is not of its type is left out. */
const text = z.catch(z.nullish(z.string()), undefined)
const list = z.catch(z.nullish(z.array(z.unknown())), undefined)
const date = z.catch(
  z.nullish(z.object({ 'date-parts': z.array(z.array(z.unknown())) })),
  undefined,
)

/** As much of a work as is used. */
const envelope = z.object({
  message: z.object({
    DOI: z.string(),
    type: text,
    title: list,
    subtitle: list,
    author: list,
    abstract: text,
    published: date,
    issued: date,
    'container-title': list,
    relation: z.catch(z.nullish(z.record(z.string(), z.unknown())), undefined),
  }),
})
type Work = z.infer<typeof envelope>['message']

function readWork(work: Work, id: PaperId): ListedPaper | undefined {
  const title = readTitle(work)
  if (title === '') return undefined
  const publishedOn = readDate(work.published) ?? readDate(work.issued)
  const venue = readVenue(work)
  return {
    paper: {
      id,
      aliases: readRelated(work.relation ?? {}).filter((other) => other !== id),
      title,
      authors: readAuthors(work.author ?? []),
      keywords: [],
      ...(publishedOn !== undefined && { publishedOn }),
      ...(venue !== '' && { venue }),
      origin: 'source',
    },
    abstract: texLine(markupText(work.abstract ?? ''), limits.abstract),
  }
}

/** Translations of the title come after it; a subtitle may be a part of the title already. */
function readTitle({ title, subtitle }: Work): string {
  const [main = ''] = linesOf(title, limits.title)
  const [second = ''] = linesOf(subtitle, limits.title)
  if (main === '' || second === '' || main.toLowerCase().includes(second.toLowerCase())) return main
  return texLine(`${main}${/[:?!.]$/.test(main) ? '' : ':'} ${second}`, limits.title)
}

/** A journal's abbreviation comes after its name, but a book comes after the series that it belongs to. */
function readVenue(work: Work): string {
  const venues = linesOf(work['container-title'], limits.venue)
  return (work.type === 'journal-article' ? venues[0] : venues.at(-1)) ?? ''
}

function linesOf(values: Work['title'], limit: number): string[] {
  return (values ?? [])
    .map((value) => (typeof value === 'string' ? texLine(markupText(value), limit) : ''))
    .filter((value) => value !== '')
}

const author = z.object({ given: text, family: text, suffix: text, name: text })

/** People have a given and a family name, collaborations a name. */
function readAuthors(authors: readonly unknown[]): string[] {
  const names = authors.slice(0, limits.authors).map((value) => {
    const { data } = author.safeParse(value)
    const parts = [data?.given, data?.family, data?.suffix].filter(Boolean)
    return texLine(markupText(parts.join(' ') || (data?.name ?? '')), limits.author)
  })
  return withoutRepeats(authorNames(names))
}

/**
 * `[[2021, 6, 17]]` as `2021-06-17`, and as much of it where it is shorter. The first of January is what a
 * publisher's software makes of a year: of it only the year is kept.
 */
function readDate(value: Work['published']): string | undefined {
  const [year, month, day] = value?.['date-parts'][0] ?? []
  const [written, inMonth, onDay] = [year, month, day].map((part) => String(part).padStart(2, '0'))
  if (written === undefined || !/^(?:1[6-9]|2[01])\d\d$/.test(written)) return undefined
  if (!/^(?:0[1-9]|1[0-2])$/.test(inMonth ?? '')) return written
  if (`${inMonth}-${onDay}` === '01-01') return written
  const whole = `${written}-${inMonth}-${onDay}`
  return isDay(whole) ? whole : `${written}-${inMonth}`
}

const relations = ['is-preprint-of', 'has-preprint']
const related = z.object({ 'id-type': z.string(), id: z.string() })

/** More would be no versions of one paper. */
const mostRelated = 10

/** The other names of the work: its preprint's, or that under which the preprint came out. */
function readRelated(relation: Readonly<Record<string, unknown>>): PaperId[] {
  const names = relations
    .flatMap((kind) => relation[kind] ?? [])
    .map((value) => {
      const { data } = related.safeParse(value)
      if (data?.['id-type'] === 'arxiv') return arxivPaperId(data.id)
      return data?.['id-type'] === 'doi' ? doiPaperId(data.id) : undefined
    })
    .filter((name) => name !== undefined)
  return [...new Set(names)].slice(0, mostRelated)
}
