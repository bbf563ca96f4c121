import type { DigestPaper } from '../../lib/hooks/use-digest'
import { i18n } from '../../lib/i18n'
import { paperIdAddress } from '../../lib/papers/paper-id'
import { FoldButton } from '../paper/fold-button'
import { FormulaText } from '../paper/formula-text'
import { WatchMark } from '../paper/watch-mark'
import './digest-row.css'

interface Props {
  of: DigestPaper
  onToggleSave: () => void
}

/** A paper of a digest: its title opens it, its corner saves it. */
export function DigestRow({ of: { paper, entry, watches }, onToggleSave }: Props) {
  return (
    <li class={`digest-row ${entry?.status ?? ''}`} data-paper-id={paper.id}>
      <h3>
        <a href={paperIdAddress(paper.id)} target="_blank" rel="noreferrer">
          <FormulaText text={paper.title} isName />
        </a>
      </h3>
      <p class="digest-facts">
        {watches.length > 0 && <WatchMark of={watches} beside={paper.organization} />}
        {paper.organization !== undefined && <span>{paper.organization}</span>}
        {paper.votes !== undefined && <span>{i18n.t('paper.votes', paper.votes)}</span>}
      </p>
      {paper.aiSummary !== undefined && (
        <p class="digest-summary">
          <FormulaText text={paper.aiSummary} />
        </p>
      )}
      <FoldButton status={entry?.status} title={paper.title} onPress={onToggleSave} />
    </li>
  )
}
