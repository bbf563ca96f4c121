import * as z from 'zod/mini'
import {
  isLinkedId,
  type LinkedGroup,
  type LinkedWork,
  type LinkedWorks,
  mostLinkedWorks,
} from '../papers/linked-works'
import { hfPaper } from './hf-paper'
import { hosts } from './hosts'
import type { PaperSource } from './paper-source'
import { ReplyError } from './source'

const list = z.nullish(z.array(z.unknown()))
const count = z.nullish(z.number())
const paper = z.object({
  linkedModels: list,
  linkedDatasets: list,
  linkedSpaces: list,
  numTotalModels: count,
  numTotalDatasets: count,
  numTotalSpaces: count,
})
const item = z.object({ id: z.string(), likes: count })

/**
 * The models, datasets and spaces that Hugging Face links to a paper.
 *
 * The format: `GET /api/papers/{arxivId}` of https://huggingface.co/docs/hub/api, which lists the first of each kind and
 * counts all. What does not fit is left out.
 */
export const hfLinked: PaperSource<LinkedWorks> = {
  id: 'hf-linked',
  hosts: [hosts.huggingFace],
  format: 'json',
  pause: 0,
  request: hfPaper.request,

  read(reply) {
    const checked = paper.safeParse(reply)
    if (!checked.success) throw new ReplyError('The reply is not a paper')
    const { data } = checked
    return {
      models: readGroup(data.linkedModels, data.numTotalModels),
      datasets: readGroup(data.linkedDatasets, data.numTotalDatasets),
      spaces: readGroup(data.linkedSpaces, data.numTotalSpaces),
    }
  },
}

function readGroup(
  items: readonly unknown[] | null | undefined,
  total: number | null | undefined,
): LinkedGroup {
  const works = new Map<string, LinkedWork>()
  for (const value of items ?? []) {
    const checked = item.safeParse(value)
    if (!checked.success || !isLinkedId(checked.data.id)) continue
    const { id, likes } = checked.data
    works.set(id, typeof likes === 'number' ? { id, likes } : { id })
  }
  const first = [...works.values()].slice(0, mostLinkedWorks)
  const told = Number.isSafeInteger(total) ? (total ?? 0) : 0
  return { works: first, total: Math.max(told, works.size) }
}
