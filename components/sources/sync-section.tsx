import { type SyncFacts, useSyncFacts } from '../../lib/hooks/settings/use-sync-facts'
import { useNow } from '../../lib/hooks/use-now'
import { i18n } from '../../lib/i18n'
import type { Request } from '../../lib/messaging/protocol'
import { send } from '../../lib/messaging/send'
import { Choice } from '../controls/choice'
import { useReporter } from '../controls/toast'
import { OptionsSection } from '../page/page-section'
import { HistoryRow } from './history-row'
import { SyncStateText } from './sync-state-text'
import './sync-section.css'

interface Props {
  /** Ids of all sources, that of the lists first. */
  sources: readonly string[]
}

const intervals = [15, 30, 60, 120, 240, 720]
const catchUps = [7, 30, 90, 366]
const keeps = [90, 180, 365, 730, 0]

/** How lists are fetched, and how that goes. */
export function SyncSection({ sources }: Props) {
  const live = useSyncFacts(sources)
  return (
    <OptionsSection id="sync" title={i18n.t('sync.title')} isBusy={live.state === 'loading'}>
      <p class="page-note">{i18n.t('sync.intro')}</p>
      {live.state === 'failed' && <p role="alert">{i18n.t('failure.storage')}</p>}
      {live.state === 'ready' && <SyncPanel facts={live.value} />}
    </OptionsSection>
  )
}

function SyncPanel({ facts }: { facts: SyncFacts }) {
  const { reportFailure } = useReporter()
  const now = useNow()
  const { settings, history, sources } = facts
  const tell = async (done: ReturnType<typeof send>) => {
    const result = await done
    if (!result.ok) reportFailure(result.error)
  }
  const change = (changes: Request<'changeSettings'>) => void tell(send('changeSettings', changes))

  return (
    <div class="page-panel sync-panel">
      <Choice
        id="sync-interval"
        label={i18n.t('sync.interval')}
        value={settings.syncInterval}
        values={intervals}
        textOf={(minutes) =>
          minutes < 60 ? i18n.t('sync.minutes', minutes) : i18n.t('sync.hours', minutes / 60)
        }
        onChange={(syncInterval) => change({ syncInterval })}
      />
      <Choice
        id="sync-catch-up"
        label={i18n.t('sync.catchUp')}
        value={settings.catchUpDays}
        values={catchUps}
        textOf={(days) => (days === 366 ? i18n.t('sync.year') : i18n.t('sync.days', days))}
        onChange={(catchUpDays) => change({ catchUpDays })}
      />
      <Choice
        id="sync-keep"
        label={i18n.t('sync.keep')}
        hint={i18n.t('sync.keepWhy')}
        value={settings.keepDays}
        values={keeps}
        textOf={keepText}
        onChange={(keepDays) => change({ keepDays })}
      />
      <HistoryRow
        history={history}
        onControl={(action) => void tell(send('controlHistory', { action }))}
      />
      <ul class="quiet-list" aria-label={i18n.t('sync.sources')}>
        {sources.map(({ id, state }) => (
          <li key={id} class="sync-line">
            <span class="sync-text">{sourceName(id)}</span>
            <SyncStateText state={state} now={now} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function keepText(days: number): string {
  if (days === 0) return i18n.t('sync.forEver')
  if (days === 365) return i18n.t('sync.year')
  return days === 730 ? i18n.t('sync.twoYears') : i18n.t('sync.days', days)
}

function sourceName(id: string): string {
  switch (id) {
    case 'hf-daily':
      return i18n.t('sync.hfDaily')
    case 'hf-paper':
      return i18n.t('sync.hfPaper')
    case 'arxiv-paper':
      return i18n.t('sync.arxivPaper')
    case 'crossref-paper':
      return i18n.t('sync.crossrefPaper')
    default:
      return id
  }
}
