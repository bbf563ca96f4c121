import { Check, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { DogearDatabase } from '../lib/db/database'
import { getSetting } from '../lib/db/settings'
import { answerOf, changeSetting } from '../lib/hooks/change-setting'
import { useLiveQuery } from '../lib/hooks/use-live-query'
import { failureText, i18n, sourceText } from '../lib/i18n'
import type { Paper } from '../lib/papers/paper'
import { hubAccountOf, hubSourceId, isSourceId, type SourceId } from '../lib/papers/source'
import { mostSources } from '../lib/settings/settings'
import { Icon } from './icon'

interface Props {
  db: DogearDatabase
  paper: Paper
}

/** Whose papers can be a list of their own: who submitted this one to Hugging Face, and its organisation there. */
export function PaperAccounts({ db, paper }: Props) {
  const live = useLiveQuery(() => getSetting(db, 'sources'), [db])
  const [problem, setProblem] = useState<string>()
  const ids = sourcesOf(paper)
  if (live.state !== 'ready' || ids.length === 0) return null
  const chosen = live.value.map(({ id }) => id)

  async function toggle(id: SourceId): Promise<void> {
    const isChosen = chosen.includes(id)
    if (!isChosen && chosen.length >= mostSources) {
      return setProblem(i18n.t('source.problemFull', [chosen.length]))
    }
    if (isChosen && chosen.length === 1) return setProblem(i18n.t('source.only'))
    const answer = await answerOf(() =>
      changeSetting(db, 'sources', (before) => {
        const others = before.filter((one) => one.id !== id)
        return isChosen ? others : [...others, { id, isCounted: true }]
      }),
    )
    setProblem(answer.ok ? undefined : failureText(answer.error, Date.now()))
  }

  return (
    <>
      {ids.map((id) => (
        <p key={id} class="paper-authors">
          {textOf(id)}{' '}
          <button
            type="button"
            class="follow-button"
            aria-label={i18n.t('account.listNamed', [sourceText(id)])}
            aria-pressed={chosen.includes(id)}
            title={i18n.t('account.listNamed', [sourceText(id)])}
            onClick={() => void toggle(id)}
          >
            <Icon of={chosen.includes(id) ? Check : Plus} />
            {i18n.t('account.list')}
          </button>
        </p>
      ))}
      {problem !== undefined && (
        <p class="paper-authors" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

function sourcesOf({ submitterHandle, organizationHandle }: Paper): SourceId[] {
  return [
    hubSourceId({ kind: 'org', name: organizationHandle ?? '' }),
    hubSourceId({ kind: 'submitter', name: submitterHandle ?? '' }),
  ].filter(isSourceId)
}

function textOf(id: SourceId): string {
  return hubAccountOf(id)?.kind === 'org'
    ? i18n.t('account.ofOrg', [sourceText(id)])
    : i18n.t('account.submittedBy', [sourceText(id)])
}
