/**
 * Runs a job while no other job of this name runs, in any page or worker of the extension. Who comes while
 * one runs waits for it: the job should then find out by itself that nothing is left to do.
 *
 * @param locks `navigator.locks`; a lock ends with the worker that held it
 * @param signal ends the waiting; a job that has begun must listen to it by itself
 * @returns what the job returns
 * @throws what the job throws, and an AbortError when the signal ends the waiting
 */
export async function singleFlight<T>(
  locks: LockManager,
  name: string,
  signal: AbortSignal,
  job: () => Promise<T>,
): Promise<T> {
  return await locks.request(name, { signal }, job)
}
