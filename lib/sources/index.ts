import { hfDaily } from './hf-daily'
import type { Source } from './source'

/** Every source of lists that we know. */
export const sources: readonly Source[] = [hfDaily]

export function sourceById(id: string): Source | undefined {
  return sources.find((source) => source.id === id)
}
