import type { Entry } from '../../lib/papers/entry'
import type { PaperId } from '../../lib/papers/paper-id'
import type { Row } from '../../lib/queries/row'

/** A paper as an action needs it. */
export interface Subject {
  readonly paperId: PaperId
  readonly title: string
  readonly entry: Entry | undefined
}

export function subjectOf({ paper, entry }: Row): Subject {
  return { paperId: paper.id, title: paper.title, entry }
}
