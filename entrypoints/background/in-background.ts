import { failureOf } from '../../lib/errors/failure'

/** Lets work go on that nobody waits for. What fails is written to the worker's console. */
export function inBackground(work: Promise<unknown>): void {
  work.catch(warn)
}

/** Writes to the worker's console what failed. */
export function warn(error: unknown): void {
  console.warn('Dogear:', failureOf(error).message)
}
