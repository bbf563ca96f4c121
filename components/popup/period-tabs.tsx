import { i18n } from '../../lib/i18n'
import type { ViewKind } from '../../lib/papers/list'
import './period-tabs.css'

interface Props {
  /** Those that the source has. */
  kinds: readonly ViewKind[]
  shown: ViewKind
  onChoose: (kind: ViewKind) => void
}

/** Which kind of list is shown. */
export function PeriodTabs({ kinds, shown, onChoose }: Props) {
  return (
    <nav class="period-tabs" aria-label={i18n.t('popup.lists')}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-current={kind === shown ? 'true' : undefined}
          onClick={() => onChoose(kind)}
        >
          {labels[kind]()}
        </button>
      ))}
    </nav>
  )
}

const labels: Record<ViewKind, () => string> = {
  new: () => i18n.t('popup.new'),
  day: () => i18n.t('popup.day'),
  week: () => i18n.t('popup.week'),
  month: () => i18n.t('popup.month'),
  trending: () => i18n.t('popup.trending'),
  latest: () => i18n.t('popup.latest'),
}
