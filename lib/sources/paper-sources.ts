import { arxivPaper } from './arxiv-paper'
import { crossrefPaper } from './crossref-paper'
import { hfPaper } from './hf-paper'
import type { PaperSource } from './paper-source'

/** The sources that are asked about a paper that is known by its name alone, in this order, until one knows it. */
export const paperSources: readonly PaperSource[] = [hfPaper, arxivPaper, crossrefPaper]
