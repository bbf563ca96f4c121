import type { SourceId } from '../papers/source'
import { arxivList } from './arxiv-list'
import { hfDaily } from './hf-daily'
import { hfSubmitter } from './hf-submitter'
import type { Source } from './source'

/** Who knows sources by their id; several may be of one kind. */
const kinds: readonly ((id: SourceId) => Source | undefined)[] = [
  (id) => (id === hfDaily.id ? hfDaily : undefined),
  arxivList,
  hfSubmitter,
]

/** @returns undefined for an id that no source has */
export function sourceById(id: SourceId): Source | undefined {
  for (const sourceOf of kinds) {
    const source = sourceOf(id)
    if (source !== undefined) return source
  }
  return undefined
}
