import type { RefObject, TargetedSubmitEvent } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { watchLimits } from '../../lib/papers/limits'
import type { Paper } from '../../lib/papers/paper'
import { findWatch, type Watch, watchName } from '../../lib/papers/watch'
import { matchesWatch, type QuestionProblem, readQuestion } from '../../lib/search/watch-question'
import './watch-form.css'

export interface WatchInput {
  readonly question: string
  /** Empty where the question is name enough. */
  readonly name: string
  readonly notifies: boolean
}

interface Props {
  /** Of its fields in the page. */
  id: string
  /** The one that is edited; undefined for a new one. */
  watch?: Watch
  /** On which it is tried. */
  papers: readonly Paper[]
  /** All other watches. */
  others: readonly Watch[]
  field?: RefObject<HTMLInputElement | null>
  /** Returns whether it was stored. */
  onSubmit: (input: WatchInput) => Promise<boolean>
  onCancel?: () => void
}

/** How many papers are named that a question matches. */
const mostNamed = 3

/** Where a watch is written. What it matches is shown while it is being typed. */
export function WatchForm({ id, watch, papers, others, field, onSubmit, onCancel }: Props) {
  const [question, setQuestion] = useState(watch?.question ?? '')
  const [name, setName] = useState(watch?.name ?? '')
  const [notifies, setNotifies] = useState(watch?.notifies ?? true)
  const [problem, setProblem] = useState<string>()
  const read = useMemo(() => readQuestion(question), [question])
  const matching = useMemo(
    () =>
      read.question === undefined
        ? undefined
        : papers.filter((paper) => matchesWatch(read.question, paper)),
    [read, papers],
  )

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const input = event.currentTarget.querySelector('input')
    const complaint = complaintAbout()
    setProblem(complaint)
    if (complaint !== undefined) return input?.focus()
    if (!(await onSubmit({ question, name, notifies })) || watch !== undefined) return
    setQuestion('')
    setName('')
  }

  function complaintAbout(): string | undefined {
    if (read.problem !== undefined) return problemTexts[read.problem]()
    const same = findWatch(others, question)
    if (same !== undefined) return i18n.t('watches.same', [watchName(same)])
    if (watch === undefined && others.length >= watchLimits.watches)
      return i18n.t('watches.full', [watchLimits.watches])
    return undefined
  }

  return (
    <form
      class="watch-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel?.()
      }}
    >
      <label for={`${id}-question`}>{i18n.t('watches.question')}</label>
      <input
        ref={field ?? null}
        id={`${id}-question`}
        type="text"
        autoComplete="off"
        spellcheck={false}
        // One more than can be: what is too long is told, and not cut without a word.
        maxLength={watchLimits.question + 1}
        placeholder={i18n.t('watches.placeholder')}
        value={question}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem ${id}-preview`}
        onInput={({ currentTarget }) => {
          setQuestion(currentTarget.value)
          setProblem(undefined)
        }}
      />
      <p id={`${id}-problem`} class="watch-problem" role="alert">
        {problem}
      </p>
      <div id={`${id}-preview`} class="watch-preview" role="status">
        {matching !== undefined && <p>{previewText(matching.length, papers.length)}</p>}
        {matching !== undefined && matching.length > 0 && (
          <ul class="quiet-list">
            {matching.slice(0, mostNamed).map((paper) => (
              <li key={paper.id}>{paper.title}</li>
            ))}
          </ul>
        )}
      </div>
      <label for={`${id}-name`}>{i18n.t('watches.name')}</label>
      <input
        id={`${id}-name`}
        type="text"
        autoComplete="off"
        maxLength={watchLimits.name}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <label class="watch-notifies">
        <input
          type="checkbox"
          checked={notifies}
          onChange={({ currentTarget }) => setNotifies(currentTarget.checked)}
        />
        {i18n.t('watches.notifies')}
      </label>
      <div class="watch-buttons">
        <button type="submit" class="primary">
          {watch === undefined ? i18n.t('watches.add') : i18n.t('watches.save')}
        </button>
        {onCancel && (
          <button type="button" class="quiet" onClick={onCancel}>
            {i18n.t('watches.cancel')}
          </button>
        )}
      </div>
    </form>
  )
}

/** "matches 4 of the 630 papers of the last lists" */
export function previewText(count: number, total: number): string {
  return total === 0 ? i18n.t('watches.noPapers') : i18n.t('watches.preview', count, [count, total])
}

const problemTexts: Record<QuestionProblem, () => string> = {
  empty: () => i18n.t('watches.problemEmpty'),
  'only-excluded': () => i18n.t('watches.problemOnlyExcluded'),
  'too-long': () => i18n.t('watches.problemTooLong', [watchLimits.question]),
  'not-of-papers': () => i18n.t('watches.problemNotOfPapers'),
}
