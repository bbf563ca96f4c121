import type { Jobs } from '../../../entrypoints/background/jobs'
import type { DogearDatabase } from '../../../lib/db/database'

const nothing = async () => {}
const never = () => new Promise<never>(() => {})

/**
 * The jobs of a worker that does nothing besides writing to its database. Each job has its line here: a job that is
 * renamed or added and forgotten does not compile.
 *
 * @param others jobs that do something
 */
export function idleJobs(db: DogearDatabase, others: Partial<Jobs> = {}): Jobs {
  return {
    db,
    siteAccess: { update: nothing, isAnnotated: async () => false },
    siteHealth: { noteFound: () => {}, noteTrouble: () => {}, noteUnregistered: () => {} },
    history: { control: nothing, resume: nothing },
    backup: {
      start: nothing,
      backUp: nothing,
      restore: async () => ({ entries: 0, damaged: 0, refused: 0 }),
      leaveAsItIs: nothing,
      erase: async () => 0,
    },
    badge: { update: nothing, flash: nothing },
    syncToday: async () => null,
    syncPlanned: nothing,
    prune: nothing,
    syncPeriod: async () => null,
    cancelSync: () => {},
    followSources: nothing,
    broadcastChange: nothing,
    broadcastWatches: nothing,
    notify: nothing,
    completePaper: nothing,
    findLinkedWorks: never,
    completeDue: nothing,
    updateIndex: nothing,
    ...others,
  }
}
