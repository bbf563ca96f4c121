import { useState } from 'preact/hooks'

export interface SteadyOrder<T> {
  readonly rows: readonly T[]
  /** Rows that came after the list was first shown, and wait until they are asked for. */
  readonly waiting: number
  /** Shows them, in the order of the list as it now is. */
  reveal(): void
}

/**
 * Keeps rows where they are while a list changes below the reader: what a row says is always new, its place
 * is not.
 *
 * @param key of the list; another list starts anew
 * @param idOf names a row
 */
export function useSteadyOrder<T>(
  key: string | undefined,
  rows: readonly T[],
  idOf: (row: T) => string,
): SteadyOrder<T> {
  const [order, setOrder] = useState<{ key: string | undefined; ids: readonly string[] }>()
  const isKept = order !== undefined && order.key === key && order.ids.length > 0
  const ids = isKept ? order.ids : rows.map(idOf)
  if (!isKept && rows.length > 0) setOrder({ key, ids })

  const rowOf = new Map(rows.map((row) => [idOf(row), row]))
  const steady = ids.flatMap((id) => rowOf.get(id) ?? [])
  return {
    rows: steady,
    waiting: rows.length - steady.length,
    reveal: () => setOrder({ key, ids: rows.map(idOf) }),
  }
}
