import type { ComponentChildren } from 'preact'
import type { News } from '../controls/news'
import { Notice } from '../controls/notice'
import './page.css'

interface Props {
  heading: string
  /** What was just done, or could not be. */
  news: News | undefined
  children: ComponentChildren
}

/** A page in a tab of its own. */
export function Page({ heading, news, children }: Props) {
  return (
    <>
      <main class="page">
        <header class="page-header">
          <span class="page-sheet" aria-hidden="true" />
          <h1>{heading}</h1>
        </header>
        {children}
      </main>
      <div class="page-news" aria-live="polite">
        {news !== undefined && (
          <Notice isProblem={news.isProblem === true} action={news.action}>
            {news.text}
          </Notice>
        )}
      </div>
    </>
  )
}
