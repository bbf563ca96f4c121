import { arxivPaper } from './arxiv-paper'
import { crossrefPaper } from './crossref-paper'
import { hfPaper } from './hf-paper'
import type { PaperSource } from './paper-source'

/** Who is asked about a paper that is known by its name alone, in this order, until one tells. */
export const paperSources: readonly PaperSource[] = [hfPaper, arxivPaper, crossrefPaper]
