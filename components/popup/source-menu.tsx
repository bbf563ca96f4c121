import { i18n, sourceText } from '../../lib/i18n'
import type { SourceId } from '../../lib/papers/source'
import './source-menu.css'

interface Props {
  sources: readonly SourceId[]
  shown: SourceId
  onChoose: (source: SourceId) => void
}

/** Whose list is on the screen, and the choice of others. */
export function SourceMenu({ sources, shown, onChoose }: Props) {
  // What was taken away elsewhere is still the one that is shown here.
  const offered = sources.includes(shown) ? sources : [shown, ...sources]
  return (
    <span class="source-menu">
      <select
        aria-label={i18n.t('source.menu')}
        title={i18n.t('source.menu')}
        value={shown}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value)
          // The next key is for the list.
          currentTarget.blur()
        }}
      >
        {offered.map((id) => (
          <option key={id} value={id}>
            {sourceText(id)}
          </option>
        ))}
      </select>
    </span>
  )
}
