import type { ComponentChildren } from 'preact'
import { i18n } from '../lib/i18n'
import type { News } from './news'
import { Notice } from './notice'
import './page.css'

export interface Section {
  /** What its address ends with. */
  readonly id: string
  readonly title: string
}

interface Props {
  heading: string
  /** What was just done, or could not be. */
  news: News | undefined
  /** The sections of a long page, in their order. */
  contents?: readonly Section[]
  children: ComponentChildren
}

/** A page in a tab of its own. */
export function Page({ heading, news, contents, children }: Props) {
  return (
    <>
      <main class="page">
        <header class="page-header">
          <span class="page-sheet" aria-hidden="true" />
          <h1>{heading}</h1>
        </header>
        {contents !== undefined && (
          <nav class="page-contents" aria-label={i18n.t('page.contents')}>
            <ul class="quiet-list">
              {contents.map(({ id, title }) => (
                <li key={id}>
                  <a class="link" href={`#${id}`}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
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
