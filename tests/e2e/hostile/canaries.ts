import type { PaperId } from '../../../lib/papers/paper-id'

/** What the user has written, in words that no page has by itself. */
export const canary = { note: 'Quokkanote of mine', tag: 'quokkatag', typed: 'wombatword' } as const
export const written = [canary.note, canary.tag] as const

/** The page's own paper, and one that it links to. */
export const ownPaper = 'arxiv:2401.00001' as PaperId
export const linkedPaper = 'arxiv:2401.00002' as PaperId

/** What to send to the worker, so that the user keeps both. */
export const keeping = [ownPaper, linkedPaper].map((paperId) => ({
  name: 'editEntry' as const,
  payload: { paperId, status: 'saved' as const, addTags: [canary.tag], note: canary.note },
}))
