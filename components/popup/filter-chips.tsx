import type { Arranging } from '../../lib/hooks/list/use-arranging'
import { filterText, i18n } from '../../lib/i18n'
import { isFiltering } from '../../lib/papers/arrangement'
import './filter-chips.css'

interface Props {
  arranging: Arranging
  /** How many papers are shown, and how many the list has. */
  shown: number
  total: number
}

/** What is left out of the list: each filter with the way to take it off. Nothing while there is none. */
export function FilterChips({ arranging, shown, total }: Props) {
  const { arrangement } = arranging
  if (!isFiltering(arrangement)) return null
  const { filters, keyword, organization, watch } = arrangement
  return (
    <section class="filter-chips" aria-label={i18n.t('arrange.filters')}>
      <ul class="quiet-list">
        {filters.map((filter) => (
          <Chip key={filter} text={filterText(filter)} onRemove={() => arranging.toggle(filter)} />
        ))}
        {keyword !== undefined && (
          <Chip text={keyword} onRemove={() => arranging.chooseKeyword(undefined)} />
        )}
        {organization !== undefined && (
          <Chip text={organization} onRemove={() => arranging.chooseOrganization(undefined)} />
        )}
        {watch !== undefined && (
          <Chip text={watch} onRemove={() => arranging.chooseWatch(undefined)} />
        )}
      </ul>
      <p role="status">{i18n.t('arrange.shownOf', [shown, total])}</p>
    </section>
  )
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const label = i18n.t('arrange.remove', [text])
  return (
    <li>
      <span>{text}</span>
      <button type="button" aria-label={label} title={label} onClick={onRemove}>
        ×
      </button>
    </li>
  )
}
