import { readPaperReply } from './hf-daily'
import { hosts } from './hosts'
import type { PaperSource } from './paper-source'

/**
 * Papers of arXiv as Hugging Face describes them, with more than arXiv has: summaries, code, votes.
 *
 * The format: https://huggingface.co/docs/hub/api and the replies themselves.
 */
export const hfPaper: PaperSource = {
  id: 'hf-paper',
  hosts: [hosts.huggingFace],
  format: 'json',
  pause: 0,

  request(name) {
    const [scheme, id] = name.split(/:(.*)/)
    return scheme === 'arxiv' ? new URL(`https://huggingface.co/api/papers/${id}`) : undefined
  },

  read(reply, name) {
    const read = readPaperReply(reply)
    return read?.paper.id === name ? read : undefined
  },
}
