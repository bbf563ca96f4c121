import type { Failure } from '../../lib/errors/result'
import { useLinkedWorks } from '../../lib/hooks/use-linked-works'
import { useNow } from '../../lib/hooks/use-now'
import { countText, failureText, i18n, relativeText } from '../../lib/i18n'
import {
  allLinkedAddress,
  type LinkedGroup,
  type LinkedKind,
  linkedAddress,
  linkedFreshFor,
  linkedKinds,
} from '../../lib/papers/linked-works'
import { arxivIdOf } from '../../lib/papers/links'
import type { Paper } from '../../lib/papers/paper'
import './linked-works-list.css'

/** The models, datasets and spaces that belong to a paper, once the user has asked for them. */
export function LinkedWorksList({ paper }: { paper: Paper }) {
  const now = useNow()
  const { found, isReady, isAsking, failure, ask } = useLinkedWorks(paper.id)
  if (!isReady) return null
  const isOld = found !== undefined && now - found.fetchedAt >= linkedFreshFor
  const filled = linkedKinds.filter((kind) => (found?.[kind].total ?? 0) > 0)
  return (
    <div class="linked-works">
      {found !== undefined &&
        filled.map((kind) => (
          <LinkedGroupList
            key={kind}
            kind={kind}
            group={found[kind]}
            arxivId={arxivIdOf(paper) ?? ''}
          />
        ))}
      <p class="linked-works-state">
        <span role="status">
          {isAsking
            ? i18n.t('rows.linkedAsking')
            : failure !== undefined
              ? problemText(failure, now)
              : found !== undefined && filled.length === 0 && i18n.t('rows.linkedNone')}
        </span>
        {isOld && !isAsking && (
          <span>{i18n.t('rows.linkedAsOf', [relativeText(found.fetchedAt, now)])}</span>
        )}
        {(found === undefined || isOld || failure !== undefined) && (
          <button type="button" class="inline-button" disabled={isAsking} onClick={ask}>
            {failure !== undefined
              ? i18n.t('state.tryAgain')
              : isOld
                ? i18n.t('rows.linkedAskAgain')
                : i18n.t('rows.linkedAsk')}
          </button>
        )}
      </p>
    </div>
  )
}

function problemText(failure: Failure, now: number): string {
  return failure.code === 'bad-reply' ? i18n.t('rows.linkedBadReply') : failureText(failure, now)
}

interface GroupProps {
  kind: LinkedKind
  group: LinkedGroup
  arxivId: string
}

function LinkedGroupList({ kind, group: { works, total }, arxivId }: GroupProps) {
  const id = `linked-${kind}-${arxivId}`
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{kindTexts[kind]()}</h3>
      <ul class="quiet-list">
        {works.map((work) => (
          <li key={work.id}>
            <a class="link" href={linkedAddress(kind, work)} target="_blank" rel="noreferrer">
              {work.id}
            </a>
            {work.likes !== undefined && work.likes > 0 && (
              <span class="linked-works-likes">
                <span aria-hidden="true"> ♥ {countText(work.likes)}</span>
                <span class="only-spoken">{i18n.t('rows.likes', work.likes)}</span>
              </span>
            )}
          </li>
        ))}
        {total > works.length && (
          <li>
            <a class="link" href={allLinkedAddress(kind, arxivId)} target="_blank" rel="noreferrer">
              {i18n.t('rows.linkedAll', [countText(total)])}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

const kindTexts: Record<LinkedKind, () => string> = {
  models: () => i18n.t('rows.models'),
  datasets: () => i18n.t('rows.datasets'),
  spaces: () => i18n.t('rows.spaces'),
}
