import { useState } from 'preact/hooks'
import { failureOf } from '../../lib/errors/failure'
import { type Digest, type DigestPaper, useDigest } from '../../lib/hooks/use-digest'
import { failureText, i18n, periodText } from '../../lib/i18n'
import { watchName } from '../../lib/papers/watch'
import { useReporter } from '../controls/toast'
import { useActions } from '../list/use-actions'
import { Page } from '../page/page'
import { DigestRow } from './digest-row'
import './digest-page.css'

interface Props {
  /** `YYYY-MM-DD`; undefined for the newest. */
  day: string | undefined
}

/** What a day brought: the papers that match watches, the most voted ones, and what was saved the day before. */
export function DigestPage({ day: first }: Props) {
  const [day, setDay] = useState(first)
  const { report } = useReporter()
  const actions = useActions(() => {})
  const live = useDigest(day)
  const digest = live.state === 'ready' ? live.value.digest : undefined
  const copy = (shown: Digest) =>
    copyMarkdown(shown).then(
      () => report({ text: i18n.t('copy.done') }),
      () => report({ text: i18n.t('copy.failed'), isProblem: true }),
    )
  return (
    <Page heading={digest === undefined ? i18n.t('digest.title') : titleOf(digest)}>
      {live.state === 'failed' && (
        <p role="alert">{failureText(failureOf(live.error), Date.now())}</p>
      )}
      {live.state === 'ready' && digest === undefined && (
        <p class="page-note">{i18n.t('digest.none')}</p>
      )}
      {digest !== undefined && (
        <>
          <nav class="digest-tools" aria-label={i18n.t('digest.days')}>
            <DayButton day={digest.previous} label={i18n.t('digest.previous')} onChoose={setDay} />
            <DayButton day={digest.next} label={i18n.t('digest.next')} onChoose={setDay} />
            <button type="button" class="quiet" onClick={() => void copy(digest)}>
              {i18n.t('digest.copy')}
            </button>
          </nav>
          {partsOf(digest).map(({ id, heading, papers, none }) => (
            <section key={id} class="digest-part" aria-labelledby={id}>
              <h2 id={id}>{heading}</h2>
              {papers.length === 0 ? (
                <p class="page-note">{none}</p>
              ) : (
                <ol class="page-panel">
                  {papers.map((one) => (
                    <DigestRow
                      key={one.paper.id}
                      of={one}
                      onToggleSave={() =>
                        void actions.toggleSave({
                          paperId: one.paper.id,
                          title: one.paper.title,
                          entry: one.entry,
                        })
                      }
                    />
                  ))}
                </ol>
              )}
            </section>
          ))}
        </>
      )}
    </Page>
  )
}

interface DayButtonProps {
  day: string | undefined
  label: string
  onChoose: (day: string) => void
}

function DayButton({ day, label, onChoose }: DayButtonProps) {
  return (
    <button
      type="button"
      class="quiet"
      disabled={day === undefined}
      onClick={() => day !== undefined && onChoose(day)}
    >
      {label}
    </button>
  )
}

function titleOf({ day }: Digest): string {
  return i18n.t('digest.titleOf', [periodText({ kind: 'day', day }, Date.now())])
}

interface Part {
  readonly id: string
  readonly heading: string
  readonly papers: readonly DigestPaper[]
  /** What is said where there are none. */
  readonly none: string
}

function partsOf({ matches, top, kept }: Digest): readonly Part[] {
  return [
    {
      id: 'digest-matches',
      heading: i18n.t('digest.matches'),
      papers: matches,
      none: i18n.t('digest.noMatches'),
    },
    { id: 'digest-top', heading: i18n.t('digest.top'), papers: top, none: i18n.t('digest.noTop') },
    {
      id: 'digest-kept',
      heading: i18n.t('digest.kept'),
      papers: kept,
      none: i18n.t('digest.noneKept'),
    },
  ]
}

async function copyMarkdown(digest: Digest): Promise<void> {
  const { digestMarkdown } = await import('../../lib/export/digest-markdown')
  const parts = partsOf(digest).map(({ heading, papers }) => ({
    heading,
    papers: papers.map(({ paper, watches }) => ({
      paper,
      about: [
        paper.organization ?? '',
        paper.votes === undefined ? '' : i18n.t('paper.votes', paper.votes),
        ...watches.map(watchName).filter((name) => name !== paper.organization),
      ]
        .filter((text) => text !== '')
        .join(', '),
    })),
  }))
  await navigator.clipboard.writeText(digestMarkdown(titleOf(digest), parts))
}
