import type { RefObject } from 'preact'
import { useCallback } from 'preact/hooks'
import { send } from '../../messaging/send'
import type { PaperId } from '../../papers/paper-id'
import { useShown } from './use-shown'

/**
 * Notes papers as seen that have been on the screen.
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
      void send('markSeen', { paperIds: seen })
    }, []),
    [paperIds.join()],
  )
}
