import { describe, expect, test } from 'vitest'
import type { ListState } from '../../../lib/db/states/list-states'
import { type ListKey, listKey } from '../../../lib/papers/list'
import { sourceById } from '../../../lib/sources'
import { hfDaily } from '../../../lib/sources/hf-daily'
import type { Source } from '../../../lib/sources/source'
import { isFinal, type PlanSettings, planSync } from '../../../lib/sync/plan-sync'

const minute = 60_000
const hour = 60 * minute
const usual: PlanSettings = { syncInterval: 30, catchUpDays: 30, isMetered: false }

/** @param had by day, when the last good reply came, as a time in UTC */
function statesOf(had: Record<string, string | Partial<ListState>>): Map<ListKey, ListState> {
  return new Map(
    Object.entries(had).map(([day, state]) => {
      const key = listKey('hf-daily', { kind: 'day', day })
      const fields = typeof state === 'string' ? { lastSuccessAt: Date.parse(state) } : state
      return [key, { key, touchedAt: 0, failures: 0, ...fields }]
    }),
  )
}

interface Case {
  readonly now: string
  readonly had: Record<string, string | Partial<ListState>>
  readonly countFrom?: string
  readonly settings?: Partial<PlanSettings>
}

function planOf({ now, had, countFrom, settings }: Case) {
  return planSync({ source: hfDaily, lists: statesOf(had), countFrom }, Date.parse(now), {
    ...usual,
    ...settings,
  })
}

/** `day why`, of what is due. */
function due(plan: Case): string[] {
  return planOf(plan)
    .filter(({ dueAt }) => dueAt <= Date.parse(plan.now))
    .map(({ period, why }) => `${'day' in period ? period.day : period.kind} ${why}`)
}

describe('which lists are due', () => {
  test.each<[string, Case, string[]]>([
    ['on the first run today’s', { now: '2026-07-22T12:00Z', had: {} }, ['2026-07-22 today']],
    [
      'nothing that is fresh, a Wednesday at noon',
      {
        now: '2026-07-22T12:00Z',
        had: { '2026-07-22': '2026-07-22T11:50Z', '2026-07-21': '2026-07-22T08:00Z' },
        countFrom: '2026-07-21',
      },
      [],
    ],
    [
      'today’s after half an hour',
      {
        now: '2026-07-22T12:00Z',
        had: { '2026-07-22': '2026-07-22T11:31Z' },
        countFrom: '2026-07-22',
      },
      ['2026-07-22 today'],
    ],
    [
      'yesterday’s as well until six hours after it closed',
      {
        now: '2026-07-22T07:00Z',
        had: { '2026-07-22': '2026-07-22T06:00Z', '2026-07-21': '2026-07-22T06:00Z' },
        countFrom: '2026-07-21',
      },
      ['2026-07-22 today', '2026-07-21 open'],
    ],
    [
      'Friday’s on Monday, which grew after it was last had',
      {
        now: '2026-07-27T12:00Z',
        had: { '2026-07-24': '2026-07-24T16:00Z' },
        countFrom: '2026-07-24',
      },
      ['2026-07-27 today', '2026-07-26 missed', '2026-07-25 missed', '2026-07-24 missed'],
    ],
    [
      'Friday’s no more once it was had on Saturday',
      {
        now: '2026-07-25T14:00Z',
        had: { '2026-07-25': '2026-07-25T13:55Z', '2026-07-24': '2026-07-25T07:30Z' },
        countFrom: '2026-07-24',
      },
      [],
    ],
    [
      'in winter an hour later',
      {
        now: '2026-01-15T08:45Z',
        had: { '2026-01-15': '2026-01-15T08:40Z', '2026-01-14': '2026-01-15T08:00Z' },
        countFrom: '2026-01-14',
      },
      ['2026-01-14 missed'],
    ],
    [
      'votes after a week, the longest ago first',
      {
        now: '2026-07-22T12:00Z',
        had: {
          '2026-07-22': '2026-07-22T11:55Z',
          '2026-07-21': '2026-07-22T09:00Z',
          '2026-07-20': '2026-07-21T09:00Z',
          '2026-07-19': '2026-07-20T09:00Z',
          '2026-07-18': '2026-07-19T09:00Z',
          '2026-07-17': '2026-07-18T09:00Z',
          '2026-07-16': '2026-07-17T09:00Z',
          '2026-07-15': '2026-07-16T09:00Z',
          '2026-07-14': '2026-07-15T09:00Z',
          '2026-07-13': '2026-07-14T09:00Z',
        },
        countFrom: '2026-07-13',
      },
      ['2026-07-13 votes', '2026-07-14 votes'],
    ],
    [
      'after two months away no more than the last thirty days',
      {
        now: '2026-07-22T12:00Z',
        had: { '2026-05-20': '2026-05-20T12:00Z' },
        countFrom: '2026-05-20',
        settings: { catchUpDays: 3 },
      },
      ['2026-07-22 today', '2026-07-21 missed', '2026-07-20 missed', '2026-07-19 missed'],
    ],
    [
      'on a metered connection after two hours',
      {
        now: '2026-07-22T12:00Z',
        had: { '2026-07-22': '2026-07-22T10:30Z' },
        countFrom: '2026-07-22',
        settings: { isMetered: true },
      },
      [],
    ],
    [
      'what was had in the future, after the clock was set back',
      {
        now: '2026-07-22T12:00Z',
        had: { '2026-07-22': '2026-07-25T12:00Z', '2026-07-21': '2026-07-25T12:00Z' },
        countFrom: '2026-07-21',
      },
      ['2026-07-22 today', '2026-07-21 missed'],
    ],
    [
      'today’s alone where even the first day is in the future',
      {
        now: '2026-07-22T12:00Z',
        had: { '2026-07-25': '2026-07-25T12:00Z' },
        countFrom: '2026-07-25',
      },
      ['2026-07-22 today'],
    ],
    [
      'a bad day not before its time, the others all the same',
      {
        now: '2026-07-22T12:00Z',
        had: {
          '2026-07-22': '2026-07-22T11:55Z',
          '2026-07-21': { failures: 3, notBefore: Date.parse('2026-07-22T12:01Z') },
        },
        countFrom: '2026-07-20',
      },
      ['2026-07-20 missed'],
    ],
    [
      'a bad day whose time is a mistake of the clock',
      {
        now: '2026-07-22T12:00Z',
        had: {
          '2026-07-22': '2026-07-22T11:55Z',
          '2026-07-21': { failures: 3, notBefore: Date.parse('2027-07-22T12:01Z') },
        },
        countFrom: '2026-07-21',
      },
      ['2026-07-21 missed'],
    ],
  ])('%s', (_what, plan, expected) => {
    expect(due(plan)).toEqual(expected)
  })

  test('after two months away thirty days are missed', () => {
    const plan = { now: '2026-07-22T12:00Z', had: {}, countFrom: '2026-05-20' }
    expect(due(plan)).toHaveLength(31)
    expect(due(plan).at(-1)).toBe('2026-06-22 missed')
  })

  test('what is not due yet says when it will be', () => {
    const [today] = planOf({
      now: '2026-07-22T12:00Z',
      had: { '2026-07-22': '2026-07-22T11:50Z' },
      countFrom: '2026-07-22',
      settings: { syncInterval: 60 },
    })
    // A little before the hour is over: the alarm must not find it too early.
    expect(today?.dueAt).toBe(Date.parse('2026-07-22T12:48Z'))
  })

  test.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'is the same in %s',
    (zone) => {
      const before = process.env.TZ
      process.env.TZ = zone
      try {
        const had = { '2026-07-21': '2026-07-21T23:50Z' }
        const plan = { now: '2026-07-22T00:10Z', had, countFrom: '2026-07-21' }
        expect(due(plan)).toEqual(['2026-07-22 today'])
      } finally {
        if (before === undefined) delete process.env.TZ
        else process.env.TZ = before
      }
    },
  )
})

describe('the night in which the day changes', () => {
  // What is due every half hour from 23:00 UTC on, where each reply comes at once.
  test.each([
    ['in summer', '2026-07-21', '2026-07-22', '07:30'],
    ['in winter', '2026-01-13', '2026-01-14', '08:30'],
  ])('%s both lists are asked for until the older one is final', (_when, old, next, finalTime) => {
    const had: Record<string, string> = { [old]: `${old}T22:30Z` }
    const asked: Record<string, string[]> = {}
    for (let at = Date.parse(`${old}T23:00Z`); at <= Date.parse(`${next}T10:00Z`); at += hour / 2) {
      const now = new Date(at).toISOString()
      for (const line of due({ now, had, countFrom: old })) {
        const day = line.slice(0, 10)
        asked[day] = [...(asked[day] ?? []), now.slice(11, 16)]
        had[day] = now
      }
    }
    expect(asked[old]?.[0]).toBe('23:00')
    expect(asked[old]?.at(-1)).toBe(finalTime)
    expect(asked[next]?.[0]).toBe('00:00')
    expect(asked[next]?.at(-1)).toBe('10:00')
  })
})

describe('a list is final', () => {
  test.each([
    ['2026-07-22', '2026-07-23T07:29:59Z', false],
    ['2026-07-22', '2026-07-23T07:30:00Z', true],
    ['2026-01-14', '2026-01-15T08:29:59Z', false],
    ['2026-01-14', '2026-01-15T08:30:00Z', true],
  ])('%s, had at %s: %s', (day, had, expected) => {
    const state = {
      key: 'hf-daily/x',
      touchedAt: 0,
      failures: 0,
      lastSuccessAt: Date.parse(had),
    } as const
    expect(isFinal(hfDaily, day, state, Date.parse('2026-12-31T00:00Z'))).toBe(expected)
  })

  test('by its UTC day where the source does not say when it closes', () => {
    const had = (time: string) =>
      ({ key: 'other/x', touchedAt: 0, failures: 0, lastSuccessAt: Date.parse(time) }) as const
    const now = Date.parse('2026-08-01T00:00Z')
    expect(isFinal({}, '2026-07-22', had('2026-07-23T05:59Z'), now)).toBe(false)
    expect(isFinal({}, '2026-07-22', had('2026-07-23T06:00Z'), now)).toBe(true)
  })
})

describe('a list of no date', () => {
  const source = sourceById('hf-submitter:ada') as Source
  const key = listKey(source.id, { kind: 'latest' })
  const dueAt = (had: string | undefined, settings: Partial<PlanSettings> = {}) => {
    const state = {
      key,
      touchedAt: 0,
      failures: 0,
      ...(had !== undefined && { lastSuccessAt: Date.parse(had) }),
    }
    const now = Date.parse('2026-07-26T12:00Z')
    const plan = { source, lists: new Map([[key, state]]), countFrom: '2026-07-01' }
    return planSync(plan, now, { ...usual, ...settings }).map((wanted) => [
      wanted.key,
      wanted.why,
      new Date(wanted.dueAt).toISOString().slice(0, 16),
    ])
  }

  test('is due at once, and then every six hours, also on a Sunday', () => {
    expect(dueAt(undefined)).toEqual([[key, 'today', '2026-07-26T12:00']])
    expect(dueAt('2026-07-26T11:00Z')).toEqual([[key, 'today', '2026-07-26T16:58']])
  })

  test('is due more seldom where everything is, or data is dear', () => {
    expect(dueAt('2026-07-26T11:00Z', { syncInterval: 720 })).toEqual([
      [key, 'today', '2026-07-26T22:58'],
    ])
    expect(dueAt('2026-07-26T11:00Z', { isMetered: true })).toEqual([
      [key, 'today', '2026-07-27T10:58'],
    ])
  })
})
