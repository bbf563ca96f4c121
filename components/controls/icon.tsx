import type { IconNode } from 'lucide'
import { h } from 'preact'

/** An icon of the one set that we use; it says nothing to a screen reader, its button does. */
export function Icon({ of }: { of: IconNode }) {
  return (
    <svg
      class="icon"
      width="16"
      height="16"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {of.map(([name, attributes]) => h(name, attributes))}
    </svg>
  )
}
