import { i18n } from '../../lib/i18n'
import './page-contents.css'

export interface Section {
  /** What its address ends with. */
  readonly id: string
  readonly title: string
}

/** The sections of a long page, each to be gone to. */
export function PageContents({ sections }: { sections: readonly Section[] }) {
  return (
    <nav class="page-contents" aria-label={i18n.t('page.contents')}>
      <ul class="quiet-list">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a class="link" href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
