import { getSetting } from '../../db/settings/settings'
import type { SourceId } from '../../papers/source'
import { mostSources } from '../../settings/settings'
import { type Answer, answerOf, changeSetting } from '../edits/change-setting'
import { useDatabase } from '../use-database'
import { useLiveQuery } from '../use-live-query'

/** Which sources the user has chosen, and the choice of one more or less with a press. */
export interface FollowedLists {
  /** Undefined while they are not read. */
  readonly chosen: readonly SourceId[] | undefined
  /** There can't be more. */
  readonly isFull: boolean
  /** Adds it at the end, or takes it away where it is there. */
  toggle(id: SourceId): Answer
}

export function useFollowedLists(): FollowedLists {
  const db = useDatabase()
  const live = useLiveQuery(() => getSetting(db, 'sources'), [db])
  const chosen = live.state === 'ready' ? live.value.map(({ id }) => id) : undefined
  return {
    chosen,
    isFull: (chosen?.length ?? 0) >= mostSources,
    toggle: (id) =>
      answerOf(() =>
        changeSetting(db, 'sources', (before) => {
          const others = before.filter((one) => one.id !== id)
          return others.length < before.length ? others : [...others, { id, isCounted: true }]
        }),
      ),
  }
}
