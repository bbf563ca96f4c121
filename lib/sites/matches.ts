/** The pages that the content script runs on; read by `wxt.config.ts` and by the sites themselves. */
export const arxivPages = [
  'https://arxiv.org/abs/*',
  'https://arxiv.org/list/*',
  'https://arxiv.org/catchup/*',
  'https://arxiv.org/search/*',
  'https://arxiv.org/search?*',
  'https://arxiv.org/a/*',
] as const
export const huggingFacePaperPages = [
  'https://huggingface.co/papers',
  'https://huggingface.co/papers?*',
  'https://huggingface.co/papers/*',
] as const
export const annotatedPages = [...arxivPages, ...huggingFacePaperPages] as const
