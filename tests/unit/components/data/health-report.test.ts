import { expect, test } from 'vitest'
import { healthReport } from '../../../../components/data/health-report'

const at = Date.parse('2026-07-27T10:00:00Z')

test('the report says how it goes, and nothing of what somebody reads', () => {
  const failure = { code: 'bad-reply', message: 'No list at /alder?tag=secret' } as const
  const report = healthReport({
    version: '1.2.3',
    agent: 'Browser/1',
    language: 'en',
    facts: {
      entries: 7,
      backup: undefined,
      sources: [
        { id: 'hf-daily', state: undefined },
        {
          id: 'hf-submitter:alder',
          state: {
            source: 'hf-submitter:alder',
            lastAttemptAt: at,
            lastSuccessAt: at,
            lastFailure: failure,
            failures: 2,
          },
        },
      ],
      sites: [
        { site: 'arxiv', foundAt: at },
        { site: 'added', trouble: 'no-title', troubleAt: at },
      ],
    },
    room: { used: 2_500_000, quota: 10_000_000 },
    now: at,
  })
  expect(report.split('\n')).toEqual([
    'Dogear 1.2.3',
    'Browser: Browser/1, en',
    'Time: 2026-07-27T10:00:00Z',
    'Storage: 2.5 MB of 10.0 MB',
    'Entries: 7',
    'Backup: never',
    'hf-daily: last success never',
    'hf-submitter:…: last success 2026-07-27T10:00:00Z, last attempt 2026-07-27T10:00:00Z, failed: bad-reply, 2 failures in a row',
    'Site arxiv: papers found 2026-07-27T10:00:00Z',
    'Site added: papers found never, no-title 2026-07-27T10:00:00Z',
  ])
})
