import { readSourceId, type SourceId, type SourceKind } from '../papers/source'
import { arxivList } from './arxiv-list'
import { hfDaily } from './hf-daily'
import { hfSubmitter } from './hf-submitter'
import type { Source } from './source'

/** How a source of each kind is asked. */
const kinds: Readonly<Record<SourceKind, (id: SourceId) => Source | undefined>> = {
  'hf-daily': () => hfDaily,
  arxiv: arxivList,
  'hf-submitter': hfSubmitter,
  // The worker makes these lists itself: lib/db/lists/organization-lists.ts
  'hf-org': () => undefined,
}

/** @returns undefined for an id that no source has, and for a source that is not asked itself */
export function sourceById(id: SourceId): Source | undefined {
  const kind = readSourceId(id)?.kind
  return kind && kinds[kind](id)
}
