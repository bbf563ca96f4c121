import { addDays } from './days'
import { type DailyItem, dayOfPaper, papersOfDay } from './papers'

/** The lists that a stand-in serves: invented ones, and those that a test puts in their place. */
export interface Shelf {
  /** The newest day that has a list, `YYYY-MM-DD`. */
  today(): string
  /** The papers of a day by votes; none after today. */
  itemsOf(day: string): readonly DailyItem[]
  find(id: string): DailyItem | undefined
  /** From now on the day has these papers and no others. */
  setDay(day: string, items: readonly DailyItem[]): void
}

/**
 * @param today tells the current day, `YYYY-MM-DD`
 * @param everyDay papers on Saturdays and Sundays too
 */
export function openShelf(today: () => string, everyDay: boolean): Shelf {
  const replaced = new Map<string, readonly DailyItem[]>()
  const invented = new Map<string, readonly DailyItem[]>()
  const invent = (day: string) => {
    const items = invented.get(day) ?? papersOfDay(day, everyDay)
    invented.set(day, items)
    return items
  }
  const itemsOf = (day: string) => replaced.get(day) ?? (day > today() ? [] : invent(day))
  return {
    today,
    itemsOf,
    find(id) {
      const day = dayOfPaper(id)
      const candidates = [...[...replaced.values()].flat(), ...(day ? itemsOf(day) : [])]
      return candidates.find(({ paper }) => paper.id === id)
    },
    setDay: (day, items) => void replaced.set(day, items),
  }
}

/** The papers of several days, most votes first. */
export function topItems(shelf: Shelf, days: readonly string[]): readonly DailyItem[] {
  return days
    .flatMap((day) => shelf.itemsOf(day))
    .sort((one, other) => other.paper.upvotes - one.paper.upvotes)
}

/**
 * What is trending: papers of the last month with code, by the stars that they have for each day of their age.
 * The newest are mostly first, and old ones are among them.
 */
export function trendingItems(shelf: Shelf): readonly DailyItem[] {
  const days = Array.from({ length: 30 }, (_, index) => addDays(shelf.today(), -index))
  return days
    .flatMap((day, age) =>
      shelf
        .itemsOf(day)
        .map((item) => ({ item, starsPerDay: (item.paper.githubStars ?? 0) / (age + 1) })),
    )
    .filter(({ starsPerDay }) => starsPerDay > 0)
    .sort((one, other) => other.starsPerDay - one.starsPerDay)
    .slice(0, 100)
    .map(({ item }) => item)
}

/** The papers of the last ten days, newest day first: what the service gives when no period is asked for. */
export function newestItems(shelf: Shelf): readonly DailyItem[] {
  const days = Array.from({ length: 10 }, (_, index) => addDays(shelf.today(), -index))
  return days.flatMap((day) => shelf.itemsOf(day))
}

/** What a member has submitted within the last weeks, the newest first. */
export function submittedItems(shelf: Shelf, name: string): readonly DailyItem[] {
  const days = Array.from({ length: searchedDays }, (_, index) => addDays(shelf.today(), -index))
  return days
    .flatMap((day) => shelf.itemsOf(day))
    .filter(({ submittedBy }) => submittedBy.name === name)
}

/** How far back the search looks, in days: further than a user who is new has any list. */
const searchedDays = 60

/** The papers of the last weeks that hold each of these words, in title, abstract, keywords or authors; the newest first. */
export function foundItems(shelf: Shelf, words: readonly string[]): readonly DailyItem[] {
  const days = Array.from({ length: searchedDays }, (_, index) => addDays(shelf.today(), -index))
  return days
    .flatMap((day) => shelf.itemsOf(day))
    .filter(({ paper: { title, summary, ai_keywords, authors } }) => {
      const names = authors.map(({ name }) => name)
      const text = [title, summary, ...(ai_keywords ?? []), ...names].join(' ').toLowerCase()
      return words.every((word) => text.includes(word.toLowerCase()))
    })
    .slice(0, 120)
}
