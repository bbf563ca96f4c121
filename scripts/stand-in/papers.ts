import { addDays, isDay, isWeekend } from './days'
import { between, oneOf, type Random, randomOf, shuffled } from './random'
import {
  familyNames,
  givenNames,
  latexTitles,
  markupTitles,
  members,
  modelSizes,
  organizations,
  systemNames,
  type Topic,
  topics,
} from './topics'

/** A paper as `https://huggingface.co/api/papers/{id}` and the lists have it. Absent keys are absent, never null. */
export interface HubPaper {
  readonly id: string
  readonly authors: readonly HubAuthor[]
  readonly publishedAt: string
  readonly submittedOnDailyAt: string
  readonly title: string
  readonly submittedOnDailyBy: HubMember
  readonly summary: string
  readonly upvotes: number
  readonly discussionId: string
  readonly projectPage?: string
  readonly githubRepo?: string
  readonly githubStars?: number
  readonly ai_summary?: string
  readonly ai_keywords?: readonly string[]
  readonly organization?: HubOrganization
}

interface HubAuthor {
  readonly _id: string
  readonly name: string
  readonly hidden: boolean
}

interface HubMember {
  readonly _id: string
  readonly avatarUrl: string
  readonly fullname: string
  readonly name: string
  readonly type: 'user'
  readonly isPro: boolean
}

interface HubOrganization {
  readonly _id: string
  readonly name: string
  readonly fullname: string
}

/** One item of a reply of `https://huggingface.co/api/daily_papers`. */
export interface DailyItem {
  readonly paper: HubPaper
  readonly publishedAt: string
  readonly title: string
  readonly summary: string
  readonly thumbnail: string
  readonly numComments: number
  readonly submittedBy: HubMember
  readonly organization?: HubOrganization
  readonly isAuthorParticipating: boolean
}

const idsOfADay = 640
const idsOfAPaper = 25

/**
 * The invented papers of a day, by votes. The same day gives the same papers on every machine: 14 to 24,
 * with the odd cases that real lists hold (line breaks and LaTeX in titles, hidden authors, a long list of
 * authors, missing and empty fields) always among them.
 *
 * @param day `YYYY-MM-DD`
 * @param everyDay papers on Saturdays and Sundays too
 * @returns nothing for a weekend, as the real service does
 */
export function papersOfDay(day: string, everyDay = false): readonly DailyItem[] {
  if (isWeekend(day) && !everyDay) return []
  const random = randomOf(day)
  const count = between(random, 14, 24)
  const titles = shuffled(
    random,
    topics.flatMap((topic) => topic.titles.map((title) => ({ topic, title }))),
  )
  const names = shuffled(random, systemNames)
  let votes = between(random, 90, 190)
  return Array.from({ length: count }, (_, index) => {
    votes = Math.max(0, Math.round(votes * (0.72 + random() * 0.24)) - (index > 8 ? 1 : 0))
    const { topic, title } = titles[index] ?? oneOf(random, titles)
    return writeItem({
      random,
      day,
      index,
      votes,
      topic:
        topics.find(({ keywords }) => keywords.includes(oddKeywords.get(index) ?? '')) ?? topic,
      title,
      name: names[index] ?? 'Alder',
    })
  })
}

/**
 * The day on which a paper with this id would be listed.
 *
 * @returns undefined for an id that none of the invented papers has
 */
export function dayOfPaper(id: string): string | undefined {
  const [, year, month, number] = /^(\d{2})(\d{2})\.(\d{5})$/.exec(id) ?? []
  if (year === undefined || month === undefined) return undefined
  const dayOfMonth = Math.floor(Number(number) / idsOfADay)
  const day = `20${year}-${month}-${String(dayOfMonth).padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

/** The arXiv category of an invented paper, as its abstract page shows it. */
export function categoryOf(paper: HubPaper): { readonly code: string; readonly name: string } {
  const topic =
    topics.find(({ keywords }) => keywords.some((word) => paper.ai_keywords?.includes(word))) ??
    topics[0]
  return topic === undefined
    ? { code: 'cs.LG', name: 'Machine Learning' }
    : { code: topic.category, name: topic.categoryName }
}

interface Draft {
  readonly random: Random
  readonly day: string
  readonly index: number
  readonly votes: number
  readonly topic: Topic
  readonly title: string
  readonly name: string
}

/** Where in a day's list the odd cases are. Every day has at least 14 papers. */
const odd = {
  brokenTitle: 2,
  noOrganization: 3,
  hiddenAuthor: 5,
  repositoryPath: 6,
  noAiSummary: 7,
  markupTitle: 8,
  emptyKeyword: 9,
  oneWordAuthor: 10,
  latexTitle: 11,
  manyAuthors: 12,
}

/** What the papers with the odd titles are about. */
const oddKeywords: ReadonlyMap<number, string> = new Map([
  [odd.markupTitle, 'chain of thought'],
  [odd.latexTitle, 'key-value cache'],
])

function writeItem(draft: Draft): DailyItem {
  const { random, day, index, votes, topic } = draft
  const percent = String(between(random, 3, 38))
  const factor = oneOf(random, ['1.6', '2.1', '2.8', '3.4', '4', '6'])
  const size = oneOf(random, modelSizes)
  const fill = (text: string) =>
    text
      .replaceAll('{name}', draft.name)
      .replaceAll('{percent}', percent)
      .replaceAll('{factor}', factor)
      .replaceAll('{size}', size)

  const number = Number(day.slice(8)) * idsOfADay + index * idsOfAPaper
  const id = `${day.slice(2, 4)}${day.slice(5, 7)}.${String(number + between(random, 0, idsOfAPaper - 1)).padStart(5, '0')}`
  const title = fill(titleOf(draft))
  const summary = [
    oneOf(random, topic.problems),
    oneOf(random, topic.approaches),
    oneOf(random, topic.results),
    oneOf(random, closings),
  ]
    .map(fill)
    .join(' ')
  const authors = namesOfAuthors(random, index)
  const organization = oneOf(random, organizations)
  const withOrganization =
    index === odd.noOrganization || random() > 0.8
      ? {}
      : { organization: { _id: recordId(random), ...organization } }
  const submitter = oneOf(random, members)
  const member: HubMember = {
    _id: recordId(random),
    avatarUrl: '/avatars/member.svg',
    fullname: submitter,
    name: submitter.toLowerCase().replace(' ', '-'),
    type: 'user',
    isPro: false,
  }
  const slug = draft.name.toLowerCase()
  const repository = `https://github.com/${organization.name}/${slug}`
  const withCode =
    index !== odd.repositoryPath && random() > 0.65
      ? {}
      : {
          githubRepo: index === odd.repositoryPath ? `${repository}/tree/main/release` : repository,
          githubStars: between(random, 2, 40 + votes * 8),
        }
  const keywords = shuffled(random, topic.keywords).slice(0, between(random, 3, 5))
  const publishedOn = addDays(day, -between(random, 1, 4))
  const paper: HubPaper = {
    id,
    authors: authors.map((name, place) => ({
      _id: recordId(random),
      name,
      hidden: index === odd.hiddenAuthor && place === authors.length - 1,
    })),
    publishedAt: `${publishedOn}T00:00:00.000Z`,
    submittedOnDailyAt: `${day}T00:00:00.000Z`,
    title,
    submittedOnDailyBy: member,
    summary,
    upvotes: votes,
    discussionId: recordId(random),
    ...(random() > 0.6 ? { projectPage: `https://${slug}.example.org/` } : {}),
    ...withCode,
    ...(index === odd.noAiSummary
      ? {}
      : {
          ai_summary: fill(oneOf(random, topic.summaries)),
          ai_keywords: index === odd.emptyKeyword ? ['', ...keywords] : keywords,
        }),
    ...withOrganization,
  }
  return {
    paper,
    publishedAt: `${addDays(publishedOn, -1)}T20:00:00.000Z`,
    title,
    summary,
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${id}.png`,
    numComments: Math.floor(votes / between(random, 12, 40)) + between(random, 0, 2),
    submittedBy: member,
    ...withOrganization,
    isAuthorParticipating: random() > 0.7,
  }
}

const closings: readonly string[] = [
  'Code, weights and logs are released.',
  'We discuss where the approach fails and release everything that is needed to repeat the experiments.',
  'An ablation shows that each part is needed, and that the order of training is not.',
  'We close with what the method does not solve.',
]

/** With the day's name in most of them: a title without one would come back within the month. */
function titleOf({ random, index, title: pattern }: Draft): string {
  if (index === odd.latexTitle) return oneOf(random, latexTitles)
  if (index === odd.markupTitle) return oneOf(random, markupTitles)
  const title = random() < 0.12 ? pattern : named(pattern)
  if (index !== odd.brokenTitle) return title
  const middle = title.indexOf(' ', Math.floor(title.length / 2))
  return `${title.slice(0, middle)}\n  ${title.slice(middle + 1)}`
}

/** "Look Again: Models That Ask" becomes "{name}: Models That Ask". */
function named(title: string): string {
  if (title.includes('{name}')) return title
  return `{name}: ${title.slice(title.indexOf(':') + 1).trim()}`
}

function namesOfAuthors(random: Random, index: number): readonly string[] {
  if (index === odd.manyAuthors) return differentNames(random, 214)
  if (index === odd.oneWordAuthor) return ['Lanternworks', ...differentNames(random, 2)]
  return differentNames(random, between(random, 2, 9))
}

function differentNames(random: Random, count: number): readonly string[] {
  const names = new Set<string>()
  while (names.size < count) names.add(`${oneOf(random, givenNames)} ${oneOf(random, familyNames)}`)
  return [...names]
}

/** 24 hexadecimal digits, as the service numbers its records. */
function recordId(random: Random): string {
  return Array.from({ length: 24 }, () => between(random, 0, 15).toString(16)).join('')
}
