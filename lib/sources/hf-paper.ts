import type { PaperId } from '../papers/paper-id'
import { readPaperReply } from './hf-daily'
import type { ListedPaper } from './source'

/*
 * One paper, asked for by name: what is saved by its address alone gets its title this way.
 * The format: https://huggingface.co/docs/hub/api and the replies themselves.
 */

/** @returns undefined for a paper that Hugging Face can't know: its papers are arXiv's */
export function paperRequest(paperId: PaperId): URL | undefined {
  const [scheme, id] = paperId.split(/:(.*)/)
  return scheme === 'arxiv' ? new URL(`https://huggingface.co/api/papers/${id}`) : undefined
}

/** @returns undefined where the reply is not about this paper */
export function readPaper(reply: unknown, paperId: PaperId): ListedPaper | undefined {
  const read = readPaperReply(reply)
  return read?.paper.id === paperId ? read : undefined
}
