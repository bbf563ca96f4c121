import { useStoredWatches } from '../../lib/hooks/edits/use-stored-watches'
import { i18n } from '../../lib/i18n'
import type { Paper } from '../../lib/papers/paper'
import type { Followable, Watch } from '../../lib/papers/watch'
import { useReporter } from '../controls/toast'
import type { Actions } from './use-actions'

/** What the user follows. */
export interface Following {
  /** All that there are. */
  readonly watches: readonly Watch[]
  toggle(field: Followable, name: string): void
  /** Follows the paper's organisation, or no longer does. */
  toggleOrganization(paper: Paper): void
}

/** @param watches as the screen shows them */
export function useFollowing(
  { toggleFollowed }: Pick<Actions, 'toggleFollowed'>,
  watches: readonly Watch[],
): Following {
  const { report } = useReporter()
  const readStored = useStoredWatches()
  async function toggle(field: Followable, name: string): Promise<void> {
    // What the list shows may be a moment behind what the search shows.
    await toggleFollowed(field, name, await readStored(watches))
  }
  return {
    watches,
    toggle: (field, name) => void toggle(field, name),
    toggleOrganization({ organization, title }) {
      if (organization !== undefined) void toggle('org', organization)
      else report({ text: i18n.t('watch.noOrganization', [title]) })
    },
  }
}
