import type { Failure, FailureCode } from './result'

/** An error that carries its failure with it. */
export class FailureError extends Error {
  override readonly name: string = 'FailureError'

  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure.message, options)
  }
}

/** What Dexie and IndexedDB throw when the database can't be opened, read or written. */
const storageErrors: ReadonlySet<string> = new Set([
  'AbortError',
  'BulkError',
  'ConstraintError',
  'DatabaseClosedError',
  'InternalError',
  'InvalidStateError',
  'MissingAPIError',
  'ModifyError',
  'NoSuchDatabaseError',
  'NotFoundError',
  'NotReadableError',
  'OpenFailedError',
  'QuotaExceededError',
  'ReadOnlyError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'UpgradeError',
  'VersionChangeError',
  'VersionError',
])

/** How browsers word it when `fetch` got no answer: Chromium, Firefox, Safari, Node. */
const noAnswer = /failed to fetch|networkerror|load failed|fetch failed/i

/** The failure that stands for something thrown. Never throws. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  // Dexie, when it is asked again, of why the database was not opened.
  if (error instanceof Error && 'inner' in error && error.inner instanceof FailureError) {
    return error.inner.failure
  }
  if (!(error instanceof Error)) return { code: 'unexpected', message: String(error) }
  return { code: codeOf(error), message: `${error.name}: ${error.message}` }
}

function codeOf(error: Error): FailureCode {
  if (error.name === 'ReplyError') return 'bad-reply'
  // Dexie has errors of these names too, but they are no DOMExceptions and are about the database.
  if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'timeout'
  if (error instanceof TypeError) return noAnswer.test(error.message) ? 'offline' : 'unexpected'
  return storageErrors.has(error.name) ? 'storage' : 'unexpected'
}
