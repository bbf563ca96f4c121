import { beforeEach, expect, test, vi } from 'vitest'
import { ensureAlarm } from '../../../entrypoints/background/alarms'

const { browser, alarms } = vi.hoisted(() => {
  const alarms = new Map<string, { periodInMinutes: number; scheduledTime: number }>()
  const browser = {
    alarms: {
      get: async (name: string) => alarms.get(name),
      create: async (name: string, { periodInMinutes }: { periodInMinutes: number }) => {
        const scheduledTime = Date.now() + periodInMinutes * 60_000
        alarms.set(name, { periodInMinutes, scheduledTime })
      },
    },
  }
  return { browser, alarms }
})

vi.mock('wxt/browser', () => ({ browser }))

const minute = 60_000
const year = 365 * 24 * 60 * minute
const now = Date.UTC(2026, 6, 22, 12)

beforeEach(() => {
  alarms.clear()
  vi.useFakeTimers({ now, toFake: ['Date'] })
  return () => vi.useRealTimers()
})

const dueIn = () => (alarms.get('sync')?.scheduledTime ?? Number.NaN) - Date.now()

test('an alarm that is there is left alone, however often the worker starts', async () => {
  await ensureAlarm('sync', 30)
  for (let start = 0; start < 29; start += 1) {
    vi.setSystemTime(Date.now() + minute)
    await ensureAlarm('sync', 30)
  }
  expect(dueIn()).toBe(minute)
})

test.each([year, 24 * 60 * minute, 10 * minute])(
  'after the clock was put back by %d ms it comes within one period',
  async (back) => {
    await ensureAlarm('sync', 30)
    vi.setSystemTime(now - back)
    await ensureAlarm('sync', 30)
    expect(dueIn()).toBe(30 * minute)
  },
)

test('one that is overdue is the browser’s to deliver', async () => {
  await ensureAlarm('sync', 30)
  vi.setSystemTime(now + year)
  await ensureAlarm('sync', 30)
  expect(dueIn()).toBe(30 * minute - year)
})

test('another interval makes another alarm', async () => {
  await ensureAlarm('sync', 30)
  await ensureAlarm('sync', 60)
  expect(alarms.get('sync')).toMatchObject({
    periodInMinutes: 60,
    scheduledTime: now + 60 * minute,
  })
})
