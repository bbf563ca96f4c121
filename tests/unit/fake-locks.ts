/** As much of the browser's lock manager as is used: exclusive locks, first come first served. */
export function fakeLocks(): LockManager {
  const tails = new Map<string, Promise<unknown>>()
  type Job = () => Promise<unknown>
  const request = (name: string, ...given: [Job] | [{ signal: AbortSignal }, Job]) => {
    const [options, job] = given.length === 1 ? [undefined, given[0]] : given
    const turn = (tails.get(name) ?? Promise.resolve()).then(() => {
      options?.signal.throwIfAborted()
      return job()
    })
    tails.set(
      name,
      turn.catch(() => {}),
    )
    return turn
  }
  return { request, query: () => Promise.resolve({}) } as LockManager
}
