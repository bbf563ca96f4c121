import { Check, Plus } from 'lucide'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { type Followable, findWatch, followQuestion, type Watch } from '../../lib/papers/watch'
import { Icon } from '../controls/icon'
import './following.css'

interface Follows {
  /** All that there are. */
  readonly watches: readonly Watch[]
  toggle(field: Followable, name: string): void
}

/** What the user follows; undefined where nothing can be followed. */
const Following = createContext<Follows | undefined>(undefined)

/** Lets authors and organisations be followed below it. */
export const FollowingProvider = Following.Provider

interface Props {
  field: Followable
  name: string
  /** It says in a word what it does; otherwise only by its icon. */
  hasText?: boolean
}

/** Follows an author or an organisation, and says whether that is so. */
export function FollowButton({ field, name, hasText = false }: Props) {
  const follows = useContext(Following)
  if (follows === undefined) return null
  const isFollowed = findWatch(follows.watches, followQuestion(field, name)) !== undefined
  const title = isFollowed
    ? i18n.t('watch.unfollowNamed', [name])
    : i18n.t('watch.followNamed', [name])
  return (
    <button
      type="button"
      class="follow-button"
      aria-label={title}
      aria-pressed={isFollowed}
      title={title}
      onClick={() => follows.toggle(field, name)}
    >
      <Icon of={isFollowed ? Check : Plus} />
      {hasText && (isFollowed ? i18n.t('watch.following') : i18n.t('watch.follow'))}
    </button>
  )
}
