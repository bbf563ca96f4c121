import type { ComponentChildren } from 'preact'
import './blank-list.css'

interface Props {
  title: string
  children?: ComponentChildren
  action?: { label: string; onPress: () => void } | undefined
  isProblem?: boolean
  isBusy?: boolean
}

/** In place of a list that has nothing to show: why, and what to do about it. */
export function BlankList({ title, children, action, isProblem = false, isBusy = false }: Props) {
  return (
    <div class="blank-list" role={isProblem ? 'alert' : 'status'} aria-busy={isBusy}>
      <span class="blank-list-sheet" aria-hidden="true" />
      {/* Keyed, so that another text is another element and does not count as one that moves. */}
      <p key={title} class="blank-list-title">
        {title}
      </p>
      {children}
      {action && (
        <button type="button" class="primary" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  )
}
