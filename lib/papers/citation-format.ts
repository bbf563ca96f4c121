/** The forms in which a paper is copied. */
export const citationFormats = ['bibtex', 'markdown', 'plain'] as const
export type CitationFormat = (typeof citationFormats)[number]
