import type { ComponentChildren } from 'preact'
import './notice.css'

interface Props {
  children: ComponentChildren
  /** What the user can do about it. */
  action?: { label: string; onPress: () => void } | undefined
  /** A problem is announced at once, news when there is a pause. */
  isProblem?: boolean
}

/** One line above or below the list. */
export function Notice({ children, action, isProblem = false }: Props) {
  return (
    <div class={isProblem ? 'notice problem' : 'notice'} role={isProblem ? 'alert' : 'status'}>
      <p>{children}</p>
      {action && (
        <button type="button" class="link" onClick={action.onPress}>
          {action.label}
        </button>
      )}
    </div>
  )
}
