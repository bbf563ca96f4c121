import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { FollowButton } from './following'

/** How many are named before the rest is only counted. */
const named = 20

/** All authors of a paper; of a long list the first ones, and the others on demand. */
export function AuthorList({ authors }: { authors: readonly string[] }) {
  const [areAllShown, setAllShown] = useState(false)
  const others = authors.length - named
  // "and 1 other" is no shorter than the name.
  const isCut = others > 1 && !areAllShown
  return (
    <p class="paper-authors">
      {(isCut ? authors.slice(0, named) : authors).map((author, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          <span class="paper-author">
            {author}
            <FollowButton field="author" name={author} />
          </span>
        </Fragment>
      ))}
      {others > 1 && (
        <>
          {' '}
          <button
            type="button"
            class="inline-button"
            aria-expanded={areAllShown}
            onClick={() => setAllShown(!areAllShown)}
          >
            {isCut ? i18n.t('rows.otherAuthors', [String(others)]) : i18n.t('rows.fewerAuthors')}
          </button>
        </>
      )}
    </p>
  )
}
