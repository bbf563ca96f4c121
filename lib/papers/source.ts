import { currentDay, isWeekend } from './day'
import type { PeriodKind } from './list'

/*
 * What is known of a source by its id alone. Code that shows lists needs this, and not the code that fetches them.
 */

/** `hf-daily`; `arxiv:cs.CL` for a category of arXiv; `hf-submitter:ada`, `hf-org:lakeside` for accounts on Hugging Face. */
export type SourceId = string

export const hfDailyId: SourceId = 'hf-daily'

/** What kind of lists a source has. */
export interface SourceFacts {
  /** What is shown at first comes first. */
  readonly kinds: readonly [PeriodKind, ...PeriodKind[]]
  /** The order of a list says which paper is ahead, and the place in it is worth telling. */
  readonly isRanked: boolean
  /** Lists of past days can be asked for. Where not, there is the newest one and no other. */
  readonly hasPast: boolean
}

interface KindOfSource {
  /** What stands behind the kind and a colon in an id, such as the category; absent where the kind is the whole id. */
  readonly rest?: RegExp
  readonly facts: SourceFacts
  /** The source that is asked for the papers of this one; absent where it is asked itself. */
  readonly askedSource?: SourceId
  /** Match patterns of the hosts that it needs besides those of the install. The browser asks the user for them. */
  readonly optionalHosts: readonly string[]
  /** Whose service it is. A name, the same in every language. */
  readonly host: string
  /** The name of a source of this kind, the same in every language. */
  readonly nameOf: (rest: string) => string
}

/** Lists of the latest papers, for as long as somebody follows them. */
const followed: SourceFacts = { kinds: ['latest'], isRanked: false, hasPast: false }

/** The name of an account on Hugging Face: letters, digits, and signs between them. */
const accountName = /^[A-Za-z\d](?:[\w.-]{0,94}[A-Za-z\d])?$/

/** Every kind of source, by what its ids begin with. `docs/adding-a-source.md` says what else a new one needs. */
const sourceKinds = {
  'hf-daily': {
    facts: { kinds: ['day', 'week', 'month', 'trending'], isRanked: true, hasPast: true },
    optionalHosts: [],
    host: 'Hugging Face',
    nameOf: () => 'Hugging Face',
  },
  arxiv: {
    // A category, or an archive with all of its categories: `cs.CL`, `cond-mat.str-el`, `hep-th`, `cs`.
    rest: /^(?=.{1,30}$)[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z]+(?:-[a-z]+)?)?$/,
    facts: { kinds: ['day'], isRanked: false, hasPast: false },
    optionalHosts: ['https://rss.arxiv.org/*'],
    host: 'arXiv',
    nameOf: (category) => `arXiv ${category}`,
  },
  /** What a member of Hugging Face submitted to the daily papers. */
  'hf-submitter': {
    rest: accountName,
    facts: followed,
    optionalHosts: [],
    host: 'Hugging Face',
    nameOf: (name) => `@${name}`,
  },
  /** The papers of an organisation. Nobody is asked for its list: it is made out of the daily lists. */
  'hf-org': {
    rest: accountName,
    facts: followed,
    askedSource: hfDailyId,
    optionalHosts: [],
    host: 'Hugging Face',
    nameOf: (name) => name,
  },
} as const satisfies Readonly<Record<string, KindOfSource>>

export type SourceKind = keyof typeof sourceKinds
const kindNames = Object.keys(sourceKinds) as SourceKind[]

const kinds: Readonly<Record<SourceKind, KindOfSource>> = sourceKinds

/** An id that was read. */
interface ReadSourceId {
  readonly kind: SourceKind
  /** What stands behind the kind: a category, the name of an account; empty where nothing does. */
  readonly rest: string
}

/** @returns undefined for what is no id of a source */
export function readSourceId(id: string): ReadSourceId | undefined {
  const [start = '', ...others] = id.split(':')
  const kind = kindNames.find((name) => name === start)
  if (kind === undefined) return undefined
  const rest = others.join(':')
  const pattern = kinds[kind].rest
  const fits = pattern === undefined ? others.length === 0 : pattern.test(rest)
  return fits ? { kind, rest } : undefined
}

export function isSourceId(value: unknown): value is SourceId {
  return typeof value === 'string' && readSourceId(value) !== undefined
}

/** The id of one of several sources of a kind. What does not fit makes no id: see `isSourceId`. */
export function sourceIdOf(kind: SourceKind, rest: string): SourceId {
  return `${kind}:${rest}`
}

/** What is known of a source by its kind. An id that nobody has any more is taken for a daily one. */
export function kindOf(id: SourceId): KindOfSource {
  return kinds[readSourceId(id)?.kind ?? 'hf-daily']
}

export function sourceFacts(id: SourceId): SourceFacts {
  return kindOf(id).facts
}

/** The source that is asked for the papers of this one: itself in most kinds. */
export function askedSource(id: SourceId): SourceId {
  return kindOf(id).askedSource ?? id
}

/** The match patterns of the hosts that a source needs besides those of the install. */
export function optionalHostsOf(id: SourceId): readonly string[] {
  return kindOf(id).optionalHosts
}

/** Match patterns of all hosts that are asked for only when a source that needs them is added. */
export const optionalHosts: readonly string[] = [
  ...new Set(kindNames.flatMap((name) => kinds[name].optionalHosts)),
]

/** Why a source has no list of a day, as far as the calendar tells. */
export type ListGap = 'weekend' | 'missed' | 'to come'

/**
 * Why the list of a day is not there, where the source has only its newest: it has none on weekends, and what was
 * not fetched on its day can't be had any more.
 *
 * @param now milliseconds since the epoch
 */
export function listGap(day: string, now: number): ListGap {
  if (isWeekend(day)) return 'weekend'
  return day < currentDay(now) ? 'missed' : 'to come'
}
