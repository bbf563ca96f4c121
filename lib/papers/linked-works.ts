import { dayLength } from './durations'

/** What Hugging Face has that was made from a paper or for it. */
export const linkedKinds = ['models', 'datasets', 'spaces'] as const
export type LinkedKind = (typeof linkedKinds)[number]

export interface LinkedWork {
  /** `owner/name`, or `name` alone of the oldest. */
  readonly id: string
  readonly likes?: number
}

export interface LinkedGroup {
  readonly works: readonly LinkedWork[]
  /** How many there are; `works` may be the first of them. */
  readonly total: number
}

export type LinkedWorks = { readonly [K in LinkedKind]: LinkedGroup }

/** For how long they are not asked for again, in milliseconds. */
export const linkedFreshFor = dayLength

/** How many of a kind are kept. */
export const mostLinkedWorks = 30

/** Whether this can be a name on Hugging Face: an address is made of it. */
export function isLinkedId(text: string): boolean {
  return text.length <= 200 && /^(?:[\w-][\w.-]*\/)?[\w-][\w.-]*$/.test(text)
}

export function linkedAddress(kind: LinkedKind, { id }: LinkedWork): string {
  return `https://huggingface.co/${kind === 'models' ? '' : `${kind}/`}${id}`
}

/** The page that has all of them. */
export function allLinkedAddress(kind: LinkedKind, arxivId: string): string {
  const query = new URLSearchParams({ other: `arxiv:${arxivId}` })
  return `https://huggingface.co/${kind}?${query}`
}
