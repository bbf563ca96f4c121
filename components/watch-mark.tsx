import { Eye } from 'lucide'
import { i18n } from '../lib/i18n'
import { type Watch, watchName } from '../lib/papers/watch'
import { Icon } from './icon'
import './watch-mark.css'

/** Which watches a paper matches: the first by its name, the others by their number. */
export function WatchMark({ of: watches }: { of: readonly Watch[] }) {
  const names = watches.map(watchName)
  const [first, ...others] = names
  if (first === undefined) return null
  const spoken = i18n.t('watch.matches', [names.join(', ')])
  return (
    <span class="watch-mark" title={spoken}>
      <Icon of={Eye} />
      <span class="only-spoken">{spoken}</span>
      <span class="watch-mark-name" aria-hidden="true">
        {first}
      </span>
      {others.length > 0 && <span aria-hidden="true">{i18n.t('watch.more', [others.length])}</span>}
    </span>
  )
}
