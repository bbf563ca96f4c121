import type { MetaTags } from './meta-tags'
import { namesIn } from './names'
import type { Witness } from './witness'

/** In which tags a family of them has what. Names stand side by side, the preferred one first. */
interface Family {
  readonly prefix: string
  readonly title: string
  readonly authors: string
  readonly abstract: string
  readonly dates: string
  readonly venue: string
  readonly ids: string
}

/**
 * Highwire's tags, the ones that Google Scholar asks publishers for.
 *
 * The format: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
const highwire: Family = {
  prefix: 'citation_',
  title: 'title',
  authors: 'author',
  abstract: 'abstract',
  dates: 'publication_date date online_date cover_date year',
  venue: 'journal_title conference_title inbook_title',
  ids: 'doi arxiv_id pmid pmcid',
}

/** Digital Commons has the same tags under names of its own. */
const bepress: Family = { ...highwire, prefix: 'bepress_citation_' }

/**
 * Dublin Core, and PRISM, with which publishers of journals complete it. Highwire's own platform has the
 * authors as contributors.
 *
 * The formats: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/,
 * https://www.w3.org/submissions/2020/SUBM-prism-20200910/
 */
const dublinCore: Family = {
  prefix: '',
  title: 'dc.title',
  authors: 'dc.creator dc.creator.personalname dc.contributor',
  abstract: 'dc.abstract dc.description.abstract dc.description',
  dates: 'prism.publicationdate dc.issued dc.date.issued dc.date',
  venue: 'prism.publicationname',
  ids: 'prism.doi dc.identifier dc.identifier.doi',
}

/** Repositories that run on EPrints: https://wiki.eprints.org/w/EPrints_Metadata_Fields */
const eprints: Family = {
  prefix: 'eprints.',
  title: 'title',
  authors: 'creators_name',
  abstract: 'abstract',
  dates: 'date',
  venue: 'publication event_title book_title',
  ids: 'doi id_number',
}

/** The families that come before JSON-LD. */
export const trustedFamilies = [highwire, dublinCore]
/** The families that come after it. */
export const otherFamilies = [eprints, bepress]

/** Initials behind the family name without a comma, which do not say what the given name is. */
const initials = /^[^,;]+ \p{Lu}{1,3};/u

/** What the tags of one family say. */
export function familyWitness(tags: MetaTags, family: Family): Witness {
  const valuesOf = (name: string) => tags.get(family.prefix + name) ?? []
  const all = (names: string) => names.split(' ').map(valuesOf)
  const first = (names: string) => all(names).find((values) => values.length > 0) ?? []
  const authors = namesIn(first(family.authors))
  // Commas between names look like commas within a name.
  const together = valuesOf('authors').filter(
    (value) => value.includes(';') && !initials.test(value),
  )
  return {
    title: first(family.title)[0],
    authors: authors.length > 0 ? authors : namesIn(together),
    abstract: wholeAbstract(first(family.abstract)[0]),
    dates: all(family.dates).flat(),
    venue: first(family.venue)[0],
    // The tags that hold the bare number are named after its scheme.
    ids: family.ids.split(' ').flatMap((name) => {
      const scheme = /^arxiv|^pmc?id/.exec(name)
      return valuesOf(name).map((value) => (scheme === null ? value : `${scheme[0]}:${value}`))
    }),
    pdf:
      valuesOf('pdf_url')[0] ?? valuesOf('document_url').find((address) => /\.pdf$/i.test(address)),
  }
}

/** Highwire's platform exports an abstract with its heading and its paragraphs. */
const exported = /^<(?:h\d|p)[ >].*<\/p>$/is
/** Cut off, markup for a browser to read, or Markdown with its list of links. */
const notWhole = /\.\.\.$|…$|<\/(?:p|div|jats:p)>|\]: #|### /

/** The text of an abstract; undefined where it is not the whole, or a remark about the page. */
export function wholeAbstract(value = ''): string | undefined {
  const text = exported.test(value)
    ? value.replace(/^<h\d[^>]{0,99}>abstract<\/h\d>|<\/?(?:h\d|p)(?: [^<>]{0,99})?>/gi, ' ')
    : value.replace(/^abstract\s*[:.]/i, '')
  return text.length < 60 || notWhole.test(text) ? undefined : text
}
