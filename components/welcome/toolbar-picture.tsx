import { Pin, Puzzle, Settings } from 'lucide'
import { Icon } from '../controls/icon'
import './toolbar-picture.css'

/** Where the button is: a toolbar with the puzzle piece and what to press beside Dogear. The text says the same. */
export function ToolbarPicture({ isFirefox }: { isFirefox: boolean }) {
  return (
    <div class="toolbar-picture" aria-hidden="true">
      <span class="toolbar-picture-field" />
      <span class="toolbar-picture-button">
        <Sheet />
        <span class="toolbar-picture-badge">14</span>
      </span>
      <span class="toolbar-picture-puzzle">
        <Icon of={Puzzle} />
      </span>
      <span class="toolbar-picture-menu">
        <Sheet />
        <span>Dogear</span>
        <Icon of={isFirefox ? Settings : Pin} />
      </span>
    </div>
  )
}

/** The icon of the toolbar button: a sheet with its corner folded. */
function Sheet() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        class="toolbar-picture-sheet"
        d="M7 .5H3.5a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V7z"
      />
      <path class="toolbar-picture-fold" d="M7 0v7h7z" />
    </svg>
  )
}
