import { useRef, useState } from 'preact/hooks'
import { type ImportState, useImport } from '../../lib/hooks/data/use-import'
import { failureText, i18n } from '../../lib/i18n'
import { ImportUndo } from './import-undo'

interface Props {
  /** Saves what there is now as a file. */
  onSave: () => void
}

/** Reads a file: what it would do, and then does it. */
export function ImportPanel({ onSave }: Props) {
  const { now, read, take, stop } = useImport()
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  return (
    <div class="data-line">
      <div class="data-text">
        <span id="data-import">{i18n.t('data.import')}</span>
        <span class="data-hint">{i18n.t('data.importAbout')}</span>
      </div>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        aria-labelledby="data-import"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          // So that the same file can be chosen again.
          currentTarget.value = ''
          if (file === undefined) return
          setName(file.name)
          void read(file)
        }}
      />
      <button
        type="button"
        class="quiet"
        aria-describedby="data-import"
        disabled={now.state === 'reading' || now.state === 'importing'}
        onClick={() => field.current?.click()}
      >
        {i18n.t('data.choose')}
      </button>
      <div class="data-outcome" aria-live="polite">
        <Outcome now={now} name={name} onTake={() => void take()} onStop={stop} onSave={onSave} />
        {'importId' in now && <ImportUndo importId={now.importId} />}
      </div>
    </div>
  )
}

interface OutcomeProps {
  now: ImportState
  name: string
  onTake: () => void
  onStop: () => void
  onSave: () => void
}

function Outcome({ now, name, onTake, onStop, onSave }: OutcomeProps) {
  switch (now.state) {
    case 'none':
      return null
    case 'reading':
    case 'importing': {
      const label = i18n.t(now.state === 'reading' ? 'data.reading' : 'data.importing')
      return (
        <>
          <p>{label}</p>
          <progress
            aria-label={label}
            {...(now.state === 'importing' && { value: now.done, max: now.of })}
          />
          <button type="button" class="quiet" onClick={onStop}>
            {i18n.t('data.stop')}
          </button>
        </>
      )
    }
    case 'unreadable':
      return <p role="alert">{fileProblemText(now.problem)}</p>
    case 'failed':
      return <p role="alert">{failureText(now.failure, Date.now())}</p>
    case 'done': {
      const { added, changed, refused } = now.taken
      const counts: [string, string] = [String(added), String(changed)]
      const text = now.isWhole ? i18n.t('data.taken', counts) : i18n.t('data.takenPart', counts)
      return <p>{refused === 0 ? text : `${text} ${i18n.t('data.leftOut', refused)}`}</p>
    }
    case 'ready':
      return <DryRun now={now} name={name} onTake={onTake} onStop={onStop} onSave={onSave} />
  }
}

/** So many of the refused lines are listed; the rest are counted. */
const listed = 200

function DryRun({
  now: { counts, refused },
  name,
  onTake,
  onStop,
  onSave,
}: Omit<OutcomeProps, 'now'> & { now: Extract<ImportState, { state: 'ready' }> }) {
  const tables = (Object.keys(counts) as (keyof typeof counts)[]).filter((table) =>
    Object.values(counts[table]).some((count) => count > 0),
  )
  const isNothing = tables.every((table) => counts[table].added + counts[table].changed === 0)
  return (
    <>
      <h3>{i18n.t('data.wouldDo', [name])}</h3>
      {isNothing && <p>{i18n.t('data.nothingToTake')}</p>}
      <ul>
        {tables.map((table) => {
          const { added, changed, same, refused: tooMuch } = counts[table]
          const parts = [
            i18n.t('data.newCount', added),
            i18n.t('data.changedCount', changed),
            i18n.t('data.sameCount', same),
            ...(tooMuch === 0 ? [] : [i18n.t('data.tooMuchCount', tooMuch)]),
          ]
          return (
            <li key={table}>
              {tableText(table)}: {parts.join(', ')}
            </li>
          )
        })}
      </ul>
      {refused.length > 0 && (
        <details>
          <summary>{i18n.t('data.refused', refused.length)}</summary>
          <ul>
            {refused.slice(0, listed).map(({ table, place, field }) => (
              <li key={`${table} ${place}`}>
                {i18n.t('data.refusedLine', [
                  tableText(table),
                  String(place),
                  field === '' ? i18n.t('data.refusedWhole') : field,
                ])}
              </li>
            ))}
            {refused.length > listed && <li>+ {refused.length - listed}</li>}
          </ul>
        </details>
      )}
      <div class="data-buttons">
        {!isNothing && (
          <>
            <button type="button" class="primary" onClick={onTake}>
              {i18n.t('data.take')}
            </button>
            <button type="button" class="quiet" onClick={onSave}>
              {i18n.t('data.exportFirst')}
            </button>
          </>
        )}
        <button type="button" class="quiet" onClick={onStop}>
          {i18n.t('data.leave')}
        </button>
      </div>
    </>
  )
}

type Table = Extract<ImportState, { state: 'ready' }>['refused'][number]['table']

function tableText(table: Table): string {
  switch (table) {
    case 'entries':
      return i18n.t('data.tableEntries')
    case 'seen':
      return i18n.t('data.tableSeen')
    case 'joins':
      return i18n.t('data.tableJoins')
    case 'settings':
      return i18n.t('data.tableSettings')
    case 'watches':
      return i18n.t('data.tableWatches')
    case 'papers':
      return i18n.t('data.tablePapers')
  }
}

function fileProblemText(
  problem: Extract<ImportState, { state: 'unreadable' }>['problem'],
): string {
  switch (problem) {
    case 'too-large':
      return i18n.t('data.tooLarge')
    case 'not-json':
      return i18n.t('data.notJson')
    case 'not-ours':
      return i18n.t('data.notOurs')
    case 'newer':
      return i18n.t('data.newerFile')
    case 'too-many':
      return i18n.t('data.tooMany')
  }
}
