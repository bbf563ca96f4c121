import { Check, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { useFollowedLists } from '../../lib/hooks/settings/use-followed-lists'
import { failureText, i18n, sourceText } from '../../lib/i18n'
import { accountText } from '../../lib/i18n/account-text'
import type { Paper } from '../../lib/papers/paper'
import { isSourceId, type SourceId, sourceIdOf } from '../../lib/papers/source'
import { Icon } from '../controls/icon'

/** Whose papers can be a list of their own: who submitted this one to Hugging Face, and its organisation there. */
export function PaperAccounts({ paper }: { paper: Paper }) {
  const { chosen, isFull, toggle } = useFollowedLists()
  const [problem, setProblem] = useState<string>()
  const ids = sourcesOf(paper)
  if (chosen === undefined || ids.length === 0) return null

  async function press(id: SourceId, isChosen: boolean, count: number): Promise<void> {
    if (isChosen && count === 1) return setProblem(i18n.t('source.only'))
    if (!isChosen && isFull) return setProblem(i18n.t('source.problemFull', [count]))
    const answer = await toggle(id)
    setProblem(answer.ok ? undefined : failureText(answer.error, Date.now()))
  }

  return (
    <>
      {ids.map((id) => (
        <p key={id} class="paper-authors">
          {accountText(id)}{' '}
          <button
            type="button"
            class="follow-button"
            aria-label={i18n.t('account.listNamed', [sourceText(id)])}
            aria-pressed={chosen.includes(id)}
            title={i18n.t('account.listNamed', [sourceText(id)])}
            onClick={() => void press(id, chosen.includes(id), chosen.length)}
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
    sourceIdOf('hf-org', organizationHandle ?? ''),
    sourceIdOf('hf-submitter', submitterHandle ?? ''),
  ].filter(isSourceId)
}
