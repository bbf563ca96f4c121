import { i18n } from '#i18n'
import type { Paper } from '../papers/paper'
import { countText, shortDayText } from './format'

/** How many authors are named. */
const namedAuthors = 3

/** "P. Lane, R. Moor, A. Hill and 5 others · Lakeside Lab"; empty where nothing of that is known. */
export function bylineText({ authors, organization }: Paper): string {
  const named = authors.slice(0, namedAuthors).join(', ')
  const others = authors.length - namedAuthors
  const people = others > 0 ? i18n.t('paper.andOthers', others, [others, named]) : named
  return [people, organization].filter((part) => part !== undefined && part !== '').join(' · ')
}

/** A fact: what is shown, and how a screen reader says it. */
export interface FactText {
  readonly text: string
  readonly spoken: string
}

/** What the lists say about a paper: votes, rank and day. */
export function listFactTexts({ votes, listed }: Paper): FactText[] {
  const facts: FactText[] = []
  if (votes !== undefined) {
    facts.push({ text: `▲ ${countText(votes)}`, spoken: i18n.t('paper.votes', votes) })
  }
  if (listed !== undefined) {
    const text = i18n.t('paper.rankOnDay', [listed.rank, shortDayText(listed.day)])
    facts.push({ text, spoken: text })
  }
  return facts
}

/** How many stars the paper's code has. */
export function starsText(stars: number): FactText {
  return { text: `★ ${countText(stars)}`, spoken: i18n.t('paper.stars', stars) }
}
