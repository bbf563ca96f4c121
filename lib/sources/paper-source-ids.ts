/** Those who are asked about a paper that is known by its name alone, in this order, until one tells. */
export const paperSourceIds = ['hf-paper', 'arxiv-paper', 'crossref-paper'] as const
export type PaperSourceId = (typeof paperSourceIds)[number]
