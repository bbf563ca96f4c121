import type { Access } from './access'

/*
 * The pages that are annotated from the install on. Apart from the registry, because `wxt.config.ts` and the
 * worker need their names and not the code of every site.
 */

const arxivAccess: Access = {
  id: 'arxiv',
  name: 'arXiv',
  matches: [
    'https://arxiv.org/abs/*',
    'https://arxiv.org/html/*',
    'https://arxiv.org/list/*',
    'https://arxiv.org/catchup/*',
    'https://arxiv.org/search/*',
    'https://arxiv.org/search?*',
    'https://arxiv.org/a/*',
  ],
  reason: 'lists',
}

const huggingFaceAccess: Access = {
  id: 'huggingface',
  name: 'Hugging Face',
  matches: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers?*',
    'https://huggingface.co/papers/*',
    'https://huggingface.co/collections/*',
  ],
  reason: 'lists',
}

export const builtInAccesses: readonly Access[] = [huggingFaceAccess, arxivAccess]
