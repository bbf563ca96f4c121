import { countText, i18n } from '../../lib/i18n'

interface Props {
  votes: number
  /** In the last day; below zero where votes were taken back. */
  gained: number
}

/** How many votes a paper has, and how they moved. */
export function VoteCount({ votes, gained }: Props) {
  return (
    <>
      <span class="only-spoken">{spokenText(votes, gained)}</span>
      {/* Keyed, so that another number is another element and does not count as one that moves. */}
      <span key={votes} class="paper-votes-count" aria-hidden="true">
        {countText(votes)}
      </span>
      {gained !== 0 && (
        <span
          class={`paper-votes-gained ${gained < 0 ? 'lost' : ''}`}
          title={spokenText(votes, gained)}
          aria-hidden="true"
        >
          {gained > 0 ? '+' : '−'}
          {countText(Math.abs(gained))}
        </span>
      )}
    </>
  )
}

function spokenText(votes: number, gained: number): string {
  const all = i18n.t('paper.votes', votes)
  if (gained > 0) return i18n.t('rows.votesMore', [all, countText(gained)])
  if (gained < 0) return i18n.t('rows.votesFewer', [all, countText(-gained)])
  return all
}
