import { useRef } from 'preact/hooks'
import type { Result } from '../../lib/errors/result'
import {
  type KnownSource,
  type SourceRow,
  type Sources,
  useSources,
} from '../../lib/hooks/settings/use-sources'
import { useNow } from '../../lib/hooks/use-now'
import { i18n } from '../../lib/i18n'
import { accountText } from '../../lib/i18n/account-text'
import { sourceText } from '../../lib/i18n/source-text'
import { arxivCategories } from '../../lib/papers/arxiv-categories'
import {
  hfDailyId,
  readSourceId,
  type SourceId,
  type SourceKind,
  sourceIdOf,
} from '../../lib/papers/source'
import { type ChosenSource, mostSources } from '../../lib/settings/settings'
import { Switch } from '../controls/switch'
import { type Reporter, type Toast, useReporter } from '../controls/toast'
import { OptionsSection } from '../page/page-section'
import { AddAccount } from './add-account'
import { AddCategory } from './add-category'
import { SyncStateText } from './sync-state-text'
import './sources-section.css'

interface Props {
  /** Read before the page was there. */
  first: readonly KnownSource[] | undefined
}

/** Where lists come from. */
export function SourcesSection({ first }: Props) {
  const sources = useSources(first)
  const field = useRef<HTMLInputElement>(null)
  const live = sources.now
  const actions = createActions(sources, useReporter())

  /** @returns why it can't be, in words, or whether it was added */
  function addNew(
    chosen: readonly ChosenSource[],
    id: SourceId,
    name: string,
  ): string | Promise<boolean> {
    // Hugging Face takes capitals for small letters.
    if (chosen.some((one) => one.id.toLowerCase() === id.toLowerCase())) {
      return i18n.t('source.problemChosen', [name])
    }
    return chosen.length >= mostSources
      ? i18n.t('source.problemFull', [chosen.length])
      : actions.add({ id, isCounted: true })
  }

  return (
    <OptionsSection id="sources" title={i18n.t('source.title')} isBusy={live.state === 'loading'}>
      <p class="page-note">{i18n.t('source.intro')}</p>
      {live.state === 'failed' && <p role="alert">{i18n.t('failure.storage')}</p>}
      {live.state === 'ready' && (
        <div class="page-panel sources-panel">
          <ul class="quiet-list">
            {live.value.map((row) => (
              <Row
                key={row.id}
                row={row}
                isOnly={live.value.length === 1}
                onAllow={() => void actions.add(row)}
                onToggleCounted={() => void actions.setCounted(row.id, !row.isCounted)}
                onRemove={async () => {
                  // The button is gone with its row.
                  if (await actions.remove(row)) field.current?.focus()
                }}
              />
            ))}
          </ul>
          {live.value.every(({ id }) => id !== hfDailyId) && (
            <p class="source-add-back">
              <button
                type="button"
                class="quiet"
                onClick={() => void actions.add({ id: hfDailyId, isCounted: true })}
              >
                {i18n.t('source.add', [nameOf(hfDailyId)])}
              </button>
            </p>
          )}
          <AddCategory
            field={field}
            above={live.value.length}
            onAdd={({ code }) => addNew(live.value, sourceIdOf('arxiv', code), code)}
          />
          <AddAccount
            above={live.value.length}
            onAdd={(id) => addNew(live.value, id, sourceText(id))}
          />
        </div>
      )}
    </OptionsSection>
  )
}

function createActions(sources: Sources, { report, reportFailure }: Reporter) {
  async function tell(
    answer: Promise<Result<boolean>>,
    toast: Toast | undefined,
  ): Promise<boolean> {
    const result = await answer
    if (!result.ok) reportFailure(result.error)
    else if (!result.value) report({ text: i18n.t('source.notAllowed'), isProblem: true })
    else if (toast !== undefined) report(toast)
    return result.ok && result.value
  }
  const add = (source: ChosenSource) =>
    tell(sources.add(source), { text: i18n.t('source.added', [nameOf(source.id)]) })
  return {
    add,
    remove: ({ id, isCounted }: ChosenSource) =>
      tell(sources.remove(id), {
        text: i18n.t('source.removed', [nameOf(id)]),
        action: { label: i18n.t('popup.undo'), onPress: () => void add({ id, isCounted }) },
      }),
    setCounted: (id: SourceId, isCounted: boolean) =>
      tell(sources.setCounted(id, isCounted), undefined),
  }
}

interface RowProps {
  row: SourceRow
  isOnly: boolean
  onAllow: () => void
  onToggleCounted: () => void
  onRemove: () => void
}

function Row({ row, isOnly, onAllow, onToggleCounted, onRemove }: RowProps) {
  const now = useNow()
  const { id, state, isCounted, isBarred } = row
  const nameId = `source-${id}`
  return (
    <li class="sync-line">
      <span class="sync-text">
        <span id={nameId} class="source-name">
          {nameOf(id)}
        </span>
        {isBarred ? (
          <span class="sync-problem">{i18n.t('source.barred')}</span>
        ) : (
          <SyncStateText state={state} now={now} />
        )}
      </span>
      {isBarred && (
        <button type="button" class="quiet" onClick={onAllow}>
          {i18n.t('offer.allow')}
        </button>
      )}
      <span class="source-counted">
        <span id={`${nameId}-counted`}>{i18n.t('source.counted')}</span>
        <Switch
          id={`${nameId}-switch`}
          isOn={isCounted}
          labelledBy={`${nameId} ${nameId}-counted`}
          onToggle={onToggleCounted}
        />
      </span>
      <button
        type="button"
        class="quiet"
        disabled={isOnly}
        title={isOnly ? i18n.t('source.only') : undefined}
        aria-label={i18n.t('source.removeNamed', [nameOf(id)])}
        onClick={onRemove}
      >
        {i18n.t('source.remove')}
      </button>
    </li>
  )
}

/** "arXiv cs.CL: Computation and Language", "@ada: submitted on Hugging Face" */
function nameOf(id: SourceId): string {
  const { kind, rest } = readSourceId(id) ?? {}
  return kind === undefined || rest === undefined ? sourceText(id) : fullNames[kind](id, rest)
}

const fullNames: Readonly<Record<SourceKind, (id: SourceId, rest: string) => string>> = {
  'hf-daily': () => i18n.t('sync.hfDaily'),
  arxiv: (id, code) => {
    const name = arxivCategories.find((one) => one.code === code)?.name
    return name === undefined ? sourceText(id) : `${sourceText(id)}: ${name}`
  },
  'hf-submitter': (id) => accountText(id) ?? sourceText(id),
  'hf-org': (id) => accountText(id) ?? sourceText(id),
}
