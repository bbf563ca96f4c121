import { useCallback, useEffect, useState } from 'preact/hooks'

/** A line about what was just done, or could not be. */
export interface News {
  readonly text: string
  readonly isProblem?: boolean
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined
}

/** How long a line of news stays, in milliseconds. What it offers can be done without it as well. */
const duration = 10_000

/** One line of news at a time. Problems stay until there is other news. */
export function useNews(): { news: News | undefined; report: (news: News) => void } {
  const [news, setNews] = useState<News>()
  useEffect(() => {
    if (news === undefined || news.isProblem === true) return
    const timer = setTimeout(() => setNews(undefined), duration)
    return () => clearTimeout(timer)
  }, [news])
  return { news, report: useCallback(setNews, []) }
}
