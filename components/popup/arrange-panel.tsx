import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Arranging } from '../../lib/hooks/list/use-arranging'
import { isHidden } from '../../lib/hooks/list/use-hidden-rows'
import { filterText, i18n, sortText } from '../../lib/i18n'
import { type Facet, facetsOf, listFilters, sorts } from '../../lib/papers/arrangement'
import type { DailyRow } from '../../lib/queries/daily-list'
import './arrange-panel.css'

interface Props {
  arranging: Arranging
  rows: readonly DailyRow[]
  isRanked: boolean
  onSelect: () => void
}

/** The list of a month has thousands of keywords: more than these, the most frequent, nobody goes through. */
const mostFacets = 300

/** The choice of sort and filters. Each choice is made at once. */
export function ArrangePanel({ arranging, rows, isRanked, onSelect }: Props) {
  const { arrangement } = arranging
  const form = useRef<HTMLFormElement>(null)
  const facets = useMemo(() => facetsOf(rows.filter((row) => !isHidden(row))), [rows])
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  return (
    <form ref={form} class="arrange-panel">
      <fieldset>
        <legend>{i18n.t('arrange.sort')}</legend>
        {sorts.map((sort) => (
          <label key={sort}>
            <input
              type="radio"
              name="sort"
              checked={sort === arrangement.sort}
              onChange={() => arranging.sortBy(sort)}
            />
            {sortText(sort, isRanked)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{i18n.t('arrange.only')}</legend>
        {listFilters.map((filter) => (
          <label key={filter}>
            <input
              type="checkbox"
              checked={arrangement.filters.includes(filter)}
              onChange={() => arranging.toggle(filter)}
            />
            {filterText(filter)}
          </label>
        ))}
        <FacetPicker
          label={i18n.t('arrange.keyword')}
          facets={facets.keywords}
          chosen={arrangement.keyword}
          onChoose={arranging.chooseKeyword}
        />
        <FacetPicker
          label={i18n.t('arrange.organization')}
          facets={facets.organizations}
          chosen={arrangement.organization}
          onChoose={arranging.chooseOrganization}
        />
        {(facets.watches.length > 0 || arrangement.watch !== undefined) && (
          <FacetPicker
            label={i18n.t('arrange.watch')}
            facets={facets.watches}
            chosen={arrangement.watch}
            onChoose={arranging.chooseWatch}
          />
        )}
      </fieldset>
      <button type="button" class="link" disabled={rows.length === 0} onClick={onSelect}>
        {i18n.t('selection.start')}
      </button>
    </form>
  )
}

interface FacetPickerProps {
  label: string
  facets: readonly Facet[]
  chosen: string | undefined
  onChoose: (name: string | undefined) => void
}

function FacetPicker({ label, facets, chosen, onChoose }: FacetPickerProps) {
  const offered = facets.slice(0, mostFacets)
  const isOffered = offered.some(({ name }) => name === chosen)
  return (
    <label class="facet-picker">
      <span>{label}</span>
      <select
        value={chosen ?? ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
      >
        <option value="">{i18n.t('arrange.any')}</option>
        {chosen !== undefined && !isOffered && <option value={chosen}>{chosen}</option>}
        {offered.map(({ name, count }) => (
          <option key={name} value={name}>
            {i18n.t('arrange.facet', [name, count])}
          </option>
        ))}
      </select>
    </label>
  )
}
