import { addDays, isDay } from './day'
import type { ViewKind } from './list'
import type { Paper } from './paper'

/** Papers are listed within days; one that came out longer before its list is worth a word. In days. */
const ordinary = 14

/** How old a paper is, where the list that it is in does not say so already. */
export interface Age {
  readonly kind: 'listed' | 'published'
  /** `YYYY-MM-DD` */
  readonly day: string
}

/**
 * @param of the kind of list that the paper is shown in, where it has one: some tell the day of each paper as they are
 */
export function ageOf({ listed, publishedOn }: Paper, of: ViewKind | undefined): Age | undefined {
  const published = publishedOn !== undefined && isDay(publishedOn) ? publishedOn : undefined
  if (listed === undefined)
    return published === undefined ? undefined : { kind: 'published', day: published }
  if (published !== undefined && published < addDays(listed.day, -ordinary)) {
    return { kind: 'published', day: published }
  }
  return of === 'day' || of === 'new' || of === 'latest'
    ? undefined
    : { kind: 'listed', day: listed.day }
}
