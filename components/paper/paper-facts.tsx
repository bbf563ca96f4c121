import { agoText, countText, i18n } from '../../lib/i18n'
import { statusText } from '../../lib/i18n/status-text'
import type { Age } from '../../lib/papers/age'
import type { Status } from '../../lib/papers/entry'
import type { Announcement } from '../../lib/papers/list'
import type { Paper } from '../../lib/papers/paper'
import type { Watch } from '../../lib/papers/watch'
import { FilterWord } from './filter-word'
import { WatchMark } from './watch-mark'
import { Words } from './words'

interface Props {
  paper: Paper
  status: Status | undefined
  /** How the paper came into the list, where it is not new in it. */
  announced: Announcement | undefined
  /** Those that the paper matches; undefined where it matches none. */
  watches: readonly Watch[] | undefined
  age: Age | undefined
  /** Milliseconds since the epoch. */
  now: number
  isOpen: boolean
  /** Shows only the papers of the list that have it. */
  onChooseOrganization: (organization: string) => void
}

/** The line below a title. */
export function PaperFacts(props: Props) {
  const { paper, status, announced, watches, age, isOpen } = props
  const { organization, comments = 0 } = paper
  const stars = paper.code?.stars
  return (
    <p class="paper-facts">
      {announced !== undefined && <span class="paper-announced">{announcements[announced]()}</span>}
      {status !== undefined && status !== 'saved' && (
        <span class="paper-status">{statusText(status)}</span>
      )}
      {watches !== undefined && <WatchMark of={watches} beside={organization} />}
      <span class={`paper-byline ${organization === undefined ? '' : 'paper-organization'}`}>
        {organization === undefined ? (
          byline(paper)
        ) : isOpen ? (
          <FilterWord of={organization} onChoose={props.onChooseOrganization} />
        ) : (
          <Words of={organization} kind="org" />
        )}
      </span>
      {stars !== undefined && (
        <span title={i18n.t('paper.stars', stars)}>
          <span aria-hidden="true">★ {countText(stars)}</span>
          <span class="only-spoken">{i18n.t('paper.stars', stars)}</span>
        </span>
      )}
      {comments > 0 && <span>{i18n.t('paper.comments', comments)}</span>}
      {age !== undefined && (
        <span class="paper-age">{ageTexts[age.kind](agoText(age.day, props.now))}</span>
      )}
    </p>
  )
}

const announcements: Readonly<Record<Announcement, () => string>> = {
  'cross-list': () => i18n.t('source.crossList'),
  replacement: () => i18n.t('source.replacement'),
}

const ageTexts = {
  listed: (ago: string) => i18n.t('rows.listed', [ago]),
  published: (ago: string) => i18n.t('rows.published', [ago]),
}

function byline({ authors }: Paper): string {
  const [only] = authors
  if (only === undefined) return i18n.t('paper.noAuthors')
  return authors.length === 1 ? only : i18n.t('paper.authors', authors.length)
}
