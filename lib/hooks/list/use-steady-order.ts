import { useState } from 'preact/hooks'

export interface SteadyOrder<T> {
  readonly rows: readonly T[]
  /** Rows that came after the list was first shown, and wait until they are asked for. */
  readonly waiting: number
  /** Shows them, in the order of the list as it now is. */
  reveal(): void
}

interface Order {
  readonly key: string | undefined
  /** The rows that are shown. */
  readonly ids: readonly string[]
  /** Every row that the list had then. */
  readonly known: ReadonlySet<string>
}

/**
 * Keeps rows where they are while a list changes below the reader. A row always says what is stored now, but keeps its
 * place, also where a filter would leave it out by now.
 *
 * @param key of the list and its arrangement; another one starts over
 * @param idOf names a row
 * @param arrange which rows are shown in which order; those that are `kept` stay whatever they are
 */
export function useSteadyOrder<T>(
  key: string | undefined,
  rows: readonly T[],
  idOf: (row: T) => string,
  arrange: (rows: readonly T[], kept: ReadonlySet<string>) => readonly T[],
): SteadyOrder<T> {
  const [order, setOrder] = useState<Order>()
  const orderNow = (kept: readonly string[]): Order => ({
    key,
    ids: arrange(rows, new Set(kept)).map(idOf),
    known: new Set(rows.map(idOf)),
  })
  const isKept = order !== undefined && order.key === key && order.ids.length > 0
  const shown = isKept ? order : orderNow([])
  if (!isKept && shown.ids.length > 0) setOrder(shown)

  const rowOf = new Map(rows.map((row) => [idOf(row), row]))
  const unknown = rows.filter((row) => !shown.known.has(idOf(row)))
  return {
    rows: shown.ids.flatMap((id) => rowOf.get(id) ?? []),
    waiting: unknown.length === 0 ? 0 : arrange(unknown, new Set()).length,
    reveal: () => setOrder(orderNow(shown.ids)),
  }
}
