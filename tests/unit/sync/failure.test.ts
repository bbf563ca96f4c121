import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { FailureError, failureOf } from '../../../lib/errors/failure'
import { ReplyError } from '../../../lib/sources/source'

describe('what went wrong', () => {
  test.each([
    [new DOMException('Full', 'QuotaExceededError'), 'storage'],
    [new DOMException('Broken', 'UnknownError'), 'storage'],
    [new DOMException('Newer', 'VersionError'), 'storage'],
    [new DOMException('Stopped', 'AbortError'), 'cancelled'],
    [new DOMException('Late', 'TimeoutError'), 'timeout'],
    [new Dexie.QuotaExceededError('Full'), 'storage'],
    [new Dexie.OpenFailedError('Blocked'), 'storage'],
    [new Dexie.MissingAPIError('None'), 'storage'],
    [new Dexie.DatabaseClosedError('Closed'), 'storage'],
    [new Dexie.AbortError('Transaction aborted'), 'storage'],
    [new TypeError('Failed to fetch'), 'offline'],
    [new TypeError('NetworkError when attempting to fetch resource.'), 'offline'],
    [new TypeError('undefined is not a function'), 'unexpected'],
    [new ReplyError('No list'), 'bad-reply'],
    [new Error('Oh'), 'unexpected'],
    ['a text', 'unexpected'],
    [undefined, 'unexpected'],
    [null, 'unexpected'],
  ])('%s is %s', (error, code) => {
    expect(failureOf(error).code).toBe(code)
  })

  test('an error that knows its failure keeps it', () => {
    const failure = { code: 'rate-limited', message: 'Wait', retryAt: 5 } as const
    expect(failureOf(new FailureError(failure))).toBe(failure)
  })

  test('the message names the error', () => {
    expect(failureOf(new RangeError('Too far')).message).toBe('RangeError: Too far')
    expect(failureOf('a text').message).toBe('a text')
  })
})
