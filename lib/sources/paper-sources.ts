import { arxivPaper } from './arxiv-paper'
import { crossrefPaper } from './crossref-paper'
import { hfPaper } from './hf-paper'
import type { PaperSource } from './paper-source'
import { type PaperSourceId, paperSourceIds } from './paper-source-ids'

/** A page that shows their names alone need not load what reads their replies. */
const sources: Readonly<Record<PaperSourceId, PaperSource>> = {
  'hf-paper': hfPaper,
  'arxiv-paper': arxivPaper,
  'crossref-paper': crossrefPaper,
}

export const paperSources: readonly PaperSource[] = paperSourceIds.map((id) => sources[id])
