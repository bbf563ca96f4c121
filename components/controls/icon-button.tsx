import type { IconNode } from 'lucide'
import { Icon } from './icon'

interface Props {
  icon: IconNode
  /** What it does: its name for everyone who can't see the icon, and its tooltip. */
  label: string
  disabled?: boolean
  /** Of a button that shows and hides something. */
  isExpanded?: boolean
  onPress: () => void
}

export function IconButton({ icon, label, disabled = false, isExpanded, onPress }: Props) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-expanded={isExpanded}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  )
}
