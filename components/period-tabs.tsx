import { i18n } from '../lib/i18n'
import { type PeriodKind, periodKinds } from '../lib/papers/list'
import './period-tabs.css'

interface Props {
  shown: PeriodKind
  onChoose: (kind: PeriodKind) => void
}

/** Which kind of list is shown. */
export function PeriodTabs({ shown, onChoose }: Props) {
  return (
    <nav class="period-tabs" aria-label={i18n.t('popup.lists')}>
      {periodKinds.map((kind) => (
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

const labels: Record<PeriodKind, () => string> = {
  day: () => i18n.t('popup.day'),
  week: () => i18n.t('popup.week'),
  month: () => i18n.t('popup.month'),
  trending: () => i18n.t('popup.trending'),
}
