import { describe, expect, test } from 'vitest'
import {
  extendRange,
  nothingSelected,
  type Selected,
  selectAll,
  toggleOne,
} from '../../../../lib/hooks/list/selection'
import { editLimit } from '../../../../lib/messaging/limits'
import type { PaperId } from '../../../../lib/papers/paper-id'

const nth = (n: number) => `arxiv:2601.${String(n).padStart(5, '0')}` as PaperId
const listed = (count: number) => Array.from({ length: count }, (_, index) => nth(index))
const numbers = ({ ids }: Selected) => [...ids].map((id) => Number(id.slice(-5))).sort()

/** Ranges one after the other, each from where the last one ended or from elsewhere. */
function extend(start: Selected, ...steps: readonly [from: number | undefined, to: number][]) {
  return steps.reduce(
    (selected, [from, to]) =>
      extendRange(selected, listed(10), from === undefined ? undefined : nth(from), nth(to)),
    start,
  )
}

describe('a selection', () => {
  test('takes a paper in, and out again', () => {
    const both = toggleOne(toggleOne(nothingSelected, nth(2)), nth(5))
    expect(numbers(both)).toEqual([2, 5])
    expect(numbers(toggleOne(both, nth(2)))).toEqual([5])
  })

  test('is drawn out in both directions, and back', () => {
    expect(numbers(extend(nothingSelected, [2, 3], [3, 4]))).toEqual([2, 3, 4])
    expect(numbers(extend(nothingSelected, [2, 4], [4, 3]))).toEqual([2, 3])
    expect(numbers(extend(nothingSelected, [2, 4], [4, 0]))).toEqual([0, 1, 2])
  })

  test('begins at the paper itself where the user is nowhere', () => {
    expect(numbers(extend(nothingSelected, [undefined, 3]))).toEqual([3])
  })

  test('keeps what was selected before the range', () => {
    const one = toggleOne(nothingSelected, nth(8))
    expect(numbers(extend(one, [1, 3], [3, 2]))).toEqual([1, 2, 8])
    expect(numbers(extend(one, [1, 2], [5, 6])), 'two ranges').toEqual([1, 2, 5, 6, 8])
  })

  test('goes on from the paper itself when the range began at one that is gone', () => {
    const begun = extendRange(nothingSelected, listed(10), nth(1), nth(2))
    expect(numbers(extendRange(begun, listed(10).slice(2), nth(2), nth(4)))).toEqual([1, 2, 3, 4])
  })

  test('has no more papers than can be changed at once, those that were selected first', () => {
    const many = listed(editLimit + 10)
    const all = selectAll(many)
    expect([...all.ids]).toEqual(many.slice(0, editLimit))
    expect(toggleOne(all, nth(editLimit + 5)).ids.size).toBe(editLimit)
    const upwards = extendRange(nothingSelected, many, nth(editLimit + 9), nth(0))
    expect(upwards.ids.has(nth(editLimit + 9))).toBe(true)
    expect(upwards.ids.size).toBe(editLimit)
  })
})
