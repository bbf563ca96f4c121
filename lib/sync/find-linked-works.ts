import { getLinkedWorks, type LinkedWorksRow, storeLinkedWorks } from '../db/papers/linked-works'
import { findPapers, namesOf } from '../db/papers/papers'
import { linkedFreshFor } from '../papers/linked-works'
import type { PaperId } from '../papers/paper-id'
import { hfLinked } from '../sources/hf-linked'
import { type AskInput, askSource } from './ask-source'

const none = { works: [], total: 0 }

/**
 * Finds out which models, datasets and spaces are linked to a paper. Never to be called twice at once.
 *
 * @param paperId of a paper that is known
 * @param isStored whether what is found is stored, which tells of which paper it was asked
 * @throws FailureError when the source can't be asked now, or its reply is none
 */
export async function findLinkedWorks(
  paperId: PaperId,
  isStored: boolean,
  input: AskInput,
): Promise<LinkedWorksRow> {
  const { db, now } = input
  const stored = await getLinkedWorks(db, paperId)
  if (stored !== undefined && Math.abs(now() - stored.fetchedAt) < linkedFreshFor) return stored
  const paper = (await findPapers(db, [paperId])).get(paperId)
  const names = paper === undefined ? [paperId] : namesOf(paper)
  const found = await askSource(hfLinked, names, { ...input, force: true })
  // Hugging Face does not know every paper of arXiv, and nothing is linked to one that it does not know.
  const works = found ?? { models: none, datasets: none, spaces: none }
  const row = { paperId, ...works, fetchedAt: now() }
  if (isStored) await storeLinkedWorks(db, row)
  return row
}
