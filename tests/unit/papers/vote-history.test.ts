import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addVotePoint, type VotePoint, votesGained } from '../../../lib/papers/vote-history'

const hour = 60 * 60 * 1_000
const start = Date.UTC(2026, 6, 22)

/** Hours after the start, and the votes then. */
function history(...points: readonly (readonly [number, number])[]): VotePoint[] {
  return points.map(([hours, votes]) => ({ at: start + hours * hour, votes }))
}

function read(...points: readonly (readonly [number, number])[]): readonly VotePoint[] {
  const begun: readonly VotePoint[] = []
  return history(...points).reduce((before, point) => addVotePoint(before, point), begun)
}

describe('the history of votes', () => {
  test('has a point for each new number, and none for the same again', () => {
    const once = read([0, 5])
    expect(addVotePoint(once, { at: start + 9 * hour, votes: 5 })).toBe(once)
    expect(read([0, 5], [2, 8], [4, 7])).toEqual(history([0, 5], [2, 8], [4, 7]))
  })

  test('is as of now at its end, and by the hour before', () => {
    expect(read([0, 5], [0.5, 6])).toEqual(history([0, 5], [0.5, 6]))
    expect(read([0, 5], [0.5, 6], [1, 7])).toEqual(history([0, 5], [1, 7]))
    expect(read([0, 5], [0.5, 6], [1, 7], [1.5, 8])).toEqual(history([0, 5], [1, 7], [1.5, 8]))
  })

  test('knows until when a number stayed', () => {
    const after = addVotePoint(read([0, 5]), { at: start + 30 * hour, votes: 9 }, start + 29 * hour)
    expect(after).toEqual(history([0, 5], [29, 5], [30, 9]))
  })

  test('survives a clock that is put back', () => {
    expect(read([0, 5], [10, 6], [3, 7])).toEqual(history([0, 5], [3, 7]))
    expect(read([10, 6], [3, 7])).toEqual(history([3, 7]))
  })

  test('stays short and in order, whatever is read', () => {
    const readings = fc.array(
      fc.record({ at: fc.nat(400 * hour), votes: fc.nat(9), readBefore: fc.nat(400 * hour) }),
      { maxLength: 200 },
    )
    fc.assert(
      fc.property(readings, (all) => {
        let points: readonly VotePoint[] = []
        for (const { readBefore, ...point } of all) points = addVotePoint(points, point, readBefore)
        expect(points.length).toBeLessThanOrEqual(48)
        expect(points.at(-1)?.votes).toBe(all.at(-1)?.votes)
        const times = points.map(({ at }) => at)
        expect(times).toEqual([...new Set(times)].sort((one, other) => one - other))
      }),
    )
  })
})

describe('votes gained', () => {
  const now = start + 48 * hour

  test('are those of the last day', () => {
    expect(votesGained(history([0, 5], [24, 20], [40, 30], [47, 38]), now)).toBe(18)
    expect(votesGained(history([0, 5], [24, 20], [40, 30], [47, 38]), now, 8)).toBe(8)
  })

  test('are none where nothing moved since, or nothing is known', () => {
    expect(votesGained(history([0, 5], [9, 30]), now)).toBe(0)
    expect(votesGained(history([47, 30]), now)).toBe(0)
    expect(votesGained([], now)).toBe(0)
  })

  test('are those since the first reading where that is later', () => {
    expect(votesGained(history([40, 30], [47, 38]), now)).toBe(8)
  })

  test('are a share of what came while nobody looked', () => {
    expect(votesGained(history([0, 0], [48, 40]), now)).toBe(20)
  })

  test('can be fewer', () => {
    expect(votesGained(history([30, 9], [47, 7]), now)).toBe(-2)
  })
})
