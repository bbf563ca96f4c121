import { Eye } from 'lucide'
import { i18n } from '../../lib/i18n'
import { type Watch, watchName } from '../../lib/papers/watch'
import { Icon } from '../controls/icon'
import './watch-mark.css'

interface Props {
  of: readonly Watch[]
  /** What stands beside it, which it does not say once more. */
  beside: string | undefined
}

/** Which watches a paper matches: the first by its name, the others by their number. */
export function WatchMark({ of: watches, beside }: Props) {
  const names = watches.map(watchName)
  const spoken = i18n.t('watch.matches', [names.join(', ')])
  const [first, ...others] = names.filter((name) => name !== beside)
  return (
    <span class="watch-mark" title={spoken}>
      <Icon of={Eye} />
      <span class="only-spoken">{spoken}</span>
      {first !== undefined && (
        <span class="watch-mark-name" aria-hidden="true">
          {first}
        </span>
      )}
      {others.length > 0 && <span aria-hidden="true">{i18n.t('watch.more', [others.length])}</span>}
    </span>
  )
}
