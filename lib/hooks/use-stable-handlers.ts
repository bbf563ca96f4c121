import { useMemo, useRef } from 'preact/hooks'

// biome-ignore lint/suspicious/noExplicitAny: any function at all.
type Handler = (...given: any[]) => unknown

/**
 * The same object with the same functions from one drawing to the next, so that a memoised component is not drawn again
 * on their account. Each does what the newest function of its name does.
 *
 * @param handlers have the same names each time
 */
export function useStableHandlers<T extends { readonly [name in keyof T]: Handler }>(
  handlers: T,
): T {
  const latest = useRef(handlers)
  latest.current = handlers
  return useMemo(() => {
    const names = Object.keys(handlers) as (keyof T)[]
    return Object.fromEntries(
      names.map((name) => [name, (...given: unknown[]) => latest.current[name](...given)]),
    ) as T
  }, [])
}
