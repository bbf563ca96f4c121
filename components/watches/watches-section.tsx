import { useRef, useState } from 'preact/hooks'
import type { Edit, Undoing } from '../../lib/hooks/edits/edits'
import { useEdits } from '../../lib/hooks/edits/use-edits'
import { useWatches, type WatchFacts } from '../../lib/hooks/settings/use-watches'
import { i18n } from '../../lib/i18n'
import { newWatch } from '../../lib/papers/new-watch'
import { watchName } from '../../lib/papers/watch'
import { useReporter } from '../controls/toast'
import { OptionsSection } from '../page/page-section'
import { WatchForm } from './watch-form'
import { WatchRow } from './watch-row'
import './watches-section.css'

/** What is watched for. */
export function WatchesSection() {
  const live = useWatches()
  return (
    <OptionsSection id="watches" title={i18n.t('watches.title')} isBusy={live.state === 'loading'}>
      <p class="page-note">{i18n.t('watches.intro')}</p>
      {live.state === 'failed' && <p role="alert">{i18n.t('watches.failed')}</p>}
      {live.state === 'ready' && <WatchesPanel facts={live.value} />}
    </OptionsSection>
  )
}

function WatchesPanel({ facts }: { facts: WatchFacts }) {
  const { report, reportFailure } = useReporter()
  const { watches, recent } = facts
  const edits = useEdits()
  const [editedId, setEditedId] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const { papers } = recent

  async function tell(edit: Edit<unknown>, text: string): Promise<boolean> {
    const answer = await edit.answer
    const onPress = () => void tellUndone(edit.undo())
    if (answer.ok) report({ text, action: { label: i18n.t('popup.undo'), onPress } })
    else reportFailure(answer.error)
    return answer.ok
  }
  async function tellUndone(undoing: Undoing): Promise<void> {
    const answer = await undoing
    if (answer.ok) report({ text: i18n.t('popup.undone') })
    else reportFailure(answer.error)
  }

  return (
    <div class="page-panel watches-panel">
      {watches.length === 0 && <p class="watches-none">{i18n.t('watches.none')}</p>}
      {watches.length > 0 && (
        <ul class="quiet-list" aria-label={i18n.t('watches.title')}>
          {watches.map((watch) =>
            watch.id === editedId ? (
              <li key={watch.id}>
                <WatchForm
                  id={watch.id}
                  watch={watch}
                  papers={papers}
                  others={watches.filter(({ id }) => id !== watch.id)}
                  onSubmit={async (after) => {
                    const isDone = await tell(
                      edits.changeWatch(watch, after),
                      i18n.t('watches.changed', [watchName(after)]),
                    )
                    if (isDone) setEditedId(undefined)
                    return isDone
                  }}
                  onCancel={() => setEditedId(undefined)}
                />
              </li>
            ) : (
              <WatchRow
                key={watch.id}
                watch={watch}
                papers={papers}
                onToggle={() =>
                  void tell(
                    edits.changeWatch(watch, { isEnabled: !watch.isEnabled }),
                    i18n.t('watches.changed', [watchName(watch)]),
                  )
                }
                onEdit={() => setEditedId(watch.id)}
                onRemove={() => {
                  // The button is about to go, and the focus would go with it.
                  field.current?.focus()
                  void tell(edits.removeWatch(watch), i18n.t('watches.removed', [watchName(watch)]))
                }}
              />
            ),
          )}
        </ul>
      )}
      <WatchForm
        id="new-watch"
        field={field}
        papers={papers}
        others={watches}
        onSubmit={({ question, name, notifies }) => {
          const watch = { ...newWatch(question, name), notifies }
          return tell(edits.addWatch(watch), i18n.t('watches.added', [watchName(watch)]))
        }}
      />
      <p class="watches-language">{i18n.t('watches.language')}</p>
    </div>
  )
}
