/** The pages that the content script runs on; read by `wxt.config.ts` and by the sites themselves. */
export const arxivAbstractPages = ['https://arxiv.org/abs/*'] as const
export const huggingFacePaperPages = [
  'https://huggingface.co/papers',
  'https://huggingface.co/papers?*',
  'https://huggingface.co/papers/*',
] as const
export const annotatedPages = [...arxivAbstractPages, ...huggingFacePaperPages] as const
