import type { RefObject } from 'preact'
import { useCallback } from 'preact/hooks'
import type { PaperId } from '../../papers/paper-id'
import { leaveTrace } from '../leave-trace'
import { useShown } from './use-shown'

/**
 * Notes papers as seen that have been on the screen, but not in a private window.
 *
 * @param list has a row with `data-paper-id` for each of them
 */
export function useNotedAsSeen(
  list: RefObject<HTMLElement | null>,
  paperIds: readonly PaperId[],
): void {
  useShown(
    list,
    '.paper-title',
    useCallback((titles) => {
      const seen = titles.flatMap(
        (title) => title.closest<HTMLElement>('[data-paper-id]')?.dataset.paperId ?? [],
      ) as PaperId[]
      void leaveTrace('markSeen', { paperIds: seen })
    }, []),
    [paperIds.join()],
  )
}
