import type { FailureCode } from './result'

/** Of all failures the ones that a page can meet; what else goes wrong there is `unexpected`. */
export const pageFailures = [
  'storage',
  'refused',
  'orphaned',
  'unexpected',
] as const satisfies readonly FailureCode[]
export type PageFailure = (typeof pageFailures)[number]
