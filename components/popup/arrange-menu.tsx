import { ListFilter } from 'lucide'
import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import type { Arranging } from '../../lib/hooks/list/use-arranging'
import { i18n, sortText } from '../../lib/i18n'
import { isFiltering } from '../../lib/papers/arrangement'
import type { DailyRow } from '../../lib/queries/daily-list'
import { Icon } from '../controls/icon'
import { lazily } from '../controls/lazily'
import './arrange-menu.css'

interface Props {
  arranging: Arranging
  /** All rows of the list, whatever is shown of them. */
  rows: readonly DailyRow[]
  /** Whether the order of the list says which paper is ahead. */
  isRanked: boolean
  /** To open it from elsewhere. */
  panel: RefObject<HTMLDivElement | null>
  /** Begins to select papers, which keys are not needed for. */
  onSelect: () => void
}

const panelId = 'arrange-panel'

/** How the list is sorted, behind which is the choice of sort and filters. */
export function ArrangeMenu({ arranging, rows, isRanked, panel, onSelect }: Props) {
  /** When it was opened. Closed and opened again at once, it tells only of the opening. */
  const [openedAt, setOpenedAt] = useState<number>()
  const { arrangement } = arranging
  return (
    <div class="arrange-menu">
      <button
        type="button"
        popovertarget={panelId}
        class={isFiltering(arrangement) ? 'filtering' : ''}
        title={i18n.t('arrange.title')}
      >
        <Icon of={ListFilter} />
        <span>{sortText(arrangement.sort, isRanked)}</span>
      </button>
      <div
        ref={panel}
        id={panelId}
        popover="auto"
        role="dialog"
        aria-label={i18n.t('arrange.title')}
        onToggle={({ newState, timeStamp }) =>
          setOpenedAt(newState === 'open' ? timeStamp : undefined)
        }
        onKeyDown={(event) => {
          // Keys are for what is open, not for the list behind it.
          event.stopPropagation()
          if (event.key !== 'Escape' && event.key !== 'f') return
          if (event.key === 'f' && event.target instanceof HTMLSelectElement) return
          // The popup stays open.
          event.preventDefault()
          panel.current?.hidePopover()
        }}
      >
        {openedAt !== undefined && (
          <ArrangePanel
            key={openedAt}
            arranging={arranging}
            rows={rows}
            isRanked={isRanked}
            onSelect={() => {
              panel.current?.hidePopover()
              onSelect()
            }}
          />
        )}
      </div>
    </div>
  )
}

/** Most users never open it: the first frame does without. */
const ArrangePanel = lazily(async () => (await import('./arrange-panel')).ArrangePanel)
