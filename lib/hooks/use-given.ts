import type { Context } from 'preact'
import { useContext } from 'preact/hooks'

/**
 * The value that the nearest provider above gives.
 *
 * @throws where there is none
 */
export function useGiven<T>(context: Context<T | undefined>): T {
  const given = useContext(context)
  if (given === undefined) throw new Error('No provider above')
  return given
}
