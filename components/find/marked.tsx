import { i18n } from '../../lib/i18n'
import { isSameTag } from '../../lib/papers/entry'
import type { FoundRow } from '../../lib/queries/found-rows'
import { excerptOf, type MarkedPart, markWords, termsFor } from '../../lib/search/mark-words'
import type { Query, TermField } from '../../lib/search/query'
import type { TextKind } from '../paper/words'

/** The parts of a text, some of them marked. */
export function Marked({ parts }: { parts: readonly MarkedPart[] }) {
  return (
    <>
      {parts.map(({ text, isMarked }, index) =>
        isMarked ? <mark key={index}>{text}</mark> : text,
      )}
    </>
  )
}

/** Marks what was looked for in a title, an organisation or a tag. */
export function markText({ terms, filters }: Query, text: string, kind: TextKind) {
  const isWantedTag =
    kind === 'tag' &&
    filters.some((one) => one.kind === 'tag' && !one.isExcluded && isSameTag(one.tag, text))
  if (isWantedTag) return <mark>{text}</mark>
  return <Marked parts={markWords(text, termsFor(terms, kind === 'tag' ? undefined : kind))} />
}

/** How many authors and keywords are named that were looked for. */
const mostNames = 3

/**
 * Why a paper was found, where its title does not say: authors, keywords, and a place in note, summary or
 * abstract. The user's note comes first. Without a word of the query anywhere, the summary is shown.
 */
export function FoundExcerpt({ row, query }: { row: FoundRow; query: Query }) {
  const { paper, entry, abstract } = row
  const note = excerptOf(entry?.note ?? '', termsFor(query.terms))
  const excerpt =
    excerptOf(paper.aiSummary ?? '', termsFor(query.terms)) ??
    excerptOf(abstract, termsFor(query.terms))
  return (
    <div class="found-excerpt">
      <FoundNames of={paper.authors} query={query} field="author" />
      <FoundNames of={paper.keywords} query={query} field="keyword" />
      {note !== undefined && (
        <p>
          <b>{i18n.t('edit.note')}</b> <Marked parts={note} />
        </p>
      )}
      {excerpt !== undefined ? (
        <p>
          <Marked parts={excerpt} />
        </p>
      ) : (
        note === undefined &&
        paper.aiSummary !== undefined && <p class="paper-summary">{paper.aiSummary}</p>
      )}
    </div>
  )
}

function FoundNames(props: { of: readonly string[]; query: Query; field: TermField }) {
  const terms = termsFor(props.query.terms, props.field)
  const named = props.of
    .map((name) => markWords(name, terms))
    .filter((parts) => parts.some(({ isMarked }) => isMarked))
    .slice(0, mostNames)
  if (named.length === 0) return null
  return (
    <p>
      {named.map((parts, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <Marked parts={parts} />
        </span>
      ))}
    </p>
  )
}
