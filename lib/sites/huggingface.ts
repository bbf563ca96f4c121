import { arxivPaperId, type PaperId } from '../papers/paper-id'
import { pathOf, textAfter } from './address'
import type { Site } from './site'

export const huggingFacePaperPath = '/papers/'

export const huggingFace: Site = {
  id: 'huggingface',
  hosts: ['huggingface.co', 'www.huggingface.co', 'hf.co'],
  identify: (url) => huggingFacePaperAt(pathOf(url)),
}

/** Lists are at `/papers/date/…`, `/papers/trending` and so on; none of these is an arXiv id. */
export function huggingFacePaperAt(path: string): PaperId | undefined {
  const text = textAfter(path, [huggingFacePaperPath])
  return text === undefined ? undefined : arxivPaperId(text)
}
