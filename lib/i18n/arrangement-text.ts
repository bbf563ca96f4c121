import { i18n } from '#i18n'
import type { Arrangement, ListFilter, Sort } from '../papers/arrangement'

/**
 * "by votes"
 *
 * @param isRanked whether the order of the list says which paper is ahead
 */
export function sortText(sort: Sort, isRanked = true): string {
  return sort === 'rank' && !isRanked ? i18n.t('arrange.asAnnounced') : sortLabels[sort]()
}

export function filterText(filter: ListFilter): string {
  return filterLabels[filter]()
}

/** "unseen, agents" */
export function filtersText({ filters, keyword, organization, watch }: Arrangement): string {
  return [...filters.map(filterText), keyword, organization, watch]
    .filter((part) => part !== undefined)
    .join(', ')
}

const sortLabels: Record<Sort, () => string> = {
  rank: () => i18n.t('arrange.byRank'),
  votes: () => i18n.t('arrange.byVotes'),
  newest: () => i18n.t('arrange.byNewest'),
  rising: () => i18n.t('arrange.byRising'),
  stars: () => i18n.t('arrange.byStars'),
}

const filterLabels: Record<ListFilter, () => string> = {
  unseen: () => i18n.t('arrange.unseen'),
  saved: () => i18n.t('arrange.saved'),
  withCode: () => i18n.t('arrange.withCode'),
  watched: () => i18n.t('arrange.watched'),
}
