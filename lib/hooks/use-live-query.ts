import { liveQuery } from 'dexie'
import { useEffect, useState } from 'preact/hooks'
import { FailureError, failureOf } from '../errors/failure'

export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown }

/**
 * The result of a database query, again after each change to what it read, here or in another context.
 * While a query with new inputs runs, the result of the old one is not shown.
 *
 * @param first what the query gave before the page was there, so that the first frame has it
 */
export function useLiveQuery<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
  first?: T,
): Live<T> {
  const [live, setLive] = useState<{ inputs: readonly unknown[]; result: Live<T> } | undefined>(
    first === undefined ? undefined : { inputs, result: { state: 'ready', value: first } },
  )
  useEffect(() => {
    // Dexie follows the awaits of a function only where it sees that it is `async`.
    const subscription = liveQuery(async () => withFailure(query)).subscribe({
      next: (value) => setLive({ inputs, result: { state: 'ready', value } }),
      error: (error) => setLive({ inputs, result: { state: 'failed', error } }),
    })
    return () => subscription.unsubscribe()
  }, inputs)
  const isCurrent = live?.inputs.every((input, index) => Object.is(input, inputs[index]))
  return live !== undefined && isCurrent === true ? live.result : { state: 'loading' }
}

/** A query on a closed database would wait for ever in Dexie, so a failed opening is thrown on. */
async function withFailure<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query()
  } catch (error) {
    throw new FailureError(failureOf(error), { cause: error })
  }
}
