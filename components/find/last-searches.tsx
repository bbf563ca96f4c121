import { i18n } from '../../lib/i18n'

interface Props {
  searches: readonly string[]
  onSearch: (search: string) => void
  onForget: () => void
}

/** What the user searched for last; pressing one searches for it again. Nothing where there is none. */
export function LastSearches({ searches, onSearch, onForget }: Props) {
  if (searches.length === 0) return null
  return (
    <section class="last-searches" aria-labelledby="last-searches">
      <h2 id="last-searches">{i18n.t('find.lastSearches')}</h2>
      <ul class="quiet-list">
        {searches.map((search) => (
          <li key={search}>
            <button type="button" class="last-search" onClick={() => onSearch(search)}>
              {search}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="link" onClick={onForget}>
        {i18n.t('find.forget')}
      </button>
    </section>
  )
}
