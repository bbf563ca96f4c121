import { useCallback, useEffect, useRef } from 'preact/hooks'

/** Begins a request, and returns a function that says whether it is still the latest. */
export type BeginRequest = () => () => boolean

/**
 * Of several requests the latest counts: the answer to an earlier one may come later, and says nothing any more. When
 * the component goes, no request is the latest.
 *
 * @returns the same function each time
 */
export function useLatestRequest(): BeginRequest {
  const latest = useRef(0)
  const begin = useCallback(() => {
    latest.current += 1
    const own = latest.current
    return () => own === latest.current
  }, [])
  useEffect(() => () => void begin(), [begin])
  return begin
}
