import { i18n } from '../../lib/i18n'
import type { Problem } from '../../lib/search/parse-query'
import { findExamples } from './find-examples'

/** What can be typed to find less. Pressing an example writes it. */
export function FindHelp({ onInsert }: { onInsert: (text: string) => void }) {
  return (
    <div class="find-help">
      <p>{i18n.t('find.help')}</p>
      <ul class="quiet-list" aria-label={i18n.t('find.examples')}>
        {findExamples.map((example) => (
          <li key={example}>
            <button type="button" onClick={() => onInsert(example.replace('…', ''))}>
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A filter whose value can't be read, and what it wants. */
export function problemText({ filter }: Problem): string {
  return problemTexts[filter]()
}

const problemTexts: Record<Problem['filter'], () => string> = {
  status: () => i18n.t('find.wantsStatus'),
  has: () => i18n.t('find.wantsPart'),
  after: () => i18n.t('find.wantsDate', ['after']),
  before: () => i18n.t('find.wantsDate', ['before']),
}
