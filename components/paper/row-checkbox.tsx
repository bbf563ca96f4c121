import type { SelectingWay } from '../../lib/hooks/list/use-selection'
import './row-checkbox.css'

interface Props {
  isSelected: boolean
  /** Of the element with the paper's title. */
  titleId: string
  onSelect: (way: SelectingWay) => void
}

/** Selects a row while papers are being selected. */
export function RowCheckbox({ isSelected, titleId, onSelect }: Props) {
  return (
    <label class="row-checkbox" onMouseDown={keepFocus}>
      <input
        type="checkbox"
        checked={isSelected}
        aria-labelledby={titleId}
        onClick={(event) => onSelect(event.shiftKey ? 'extend' : 'toggle')}
      />
    </label>
  )
}

/** What a click on a row's title selects; undefined where it is an ordinary click. */
export function selectingWay(event: MouseEvent): SelectingWay | undefined {
  if (event.shiftKey) return 'extend'
  return event.ctrlKey || event.metaKey ? 'toggle' : undefined
}

/** A range begins where the focus is until the click, and no text is selected on the way. */
export function keepFocus(event: MouseEvent): void {
  if (selectingWay(event) !== undefined) event.preventDefault()
}
