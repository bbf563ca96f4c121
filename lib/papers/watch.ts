import { watchLimits } from './limits'

/** A standing question: new papers that match it are marked. User data. */
export interface Watch {
  readonly id: string
  /** In the words in which one searches: `"early exit" -survey org:"Lakeside Lab"`. */
  readonly question: string
  /** What the user calls it; absent where the question is name enough. */
  readonly name?: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  readonly isEnabled: boolean
  /** Whether a match is announced, where notifications are on at all. */
  readonly notifies: boolean
}

/** What the user changes in a watch; what is absent stays as it is. An empty name takes it away. */
export type WatchChange = Partial<Omit<Watch, 'id' | 'createdAt'>>

/** What can be followed with one press. */
export type Followable = 'author' | 'org'

/** The question that finds what an author or an organisation publishes. */
export function followQuestion(field: Followable, name: string): string {
  const asked = oneLine(name.replace(quotes, ' ')).slice(0, watchLimits.question - 20)
  return `${field}:"${asked}"`
}

/** A question that asks for one name and nothing else. */
const oneName = /^(?:author|org|keyword|title|tag):(?:"([^"]+)"|(\S+))$/i
const quotes = /["“”„]/g

/** What a watch is called on the screen: its own name, else the one name that it asks for, else its question. */
export function watchName({ name, question }: Pick<Watch, 'name' | 'question'>): string {
  if (name !== undefined && name !== '') return name
  const [, quoted, bare] = oneName.exec(question) ?? []
  return quoted ?? bare ?? question
}

/** The watch that asks just this, if there is one. Case makes no difference. */
export function findWatch(watches: readonly Watch[], question: string): Watch | undefined {
  const wanted = oneLine(question).toLowerCase()
  return watches.find((watch) => oneLine(watch.question).toLowerCase() === wanted)
}

/** The watch after a change. */
export function applyWatchChange(before: Watch, { name, ...change }: WatchChange): Watch {
  const { name: oldName, ...rest } = { ...before, ...change }
  const kept = name === undefined ? oldName : oneLine(name)
  return {
    ...rest,
    question: oneLine(rest.question),
    ...(kept !== undefined && kept !== '' && { name: kept }),
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
