/** What a message answers: a value, or an error that can be shown and acted on. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure }

export type FailureCode =
  /** The browser has no connection, or the host can't be reached. */
  | 'offline'
  /** The host answered, but not with a list: an error status, a sign-in page, broken JSON. */
  | 'bad-reply'
  /** The host asked to wait. */
  | 'rate-limited'
  /** No answer within the time limit. */
  | 'timeout'
  /** The database refused: quota, disk, damage. */
  | 'storage'
  /** A newer version of Dogear wrote the database. */
  | 'newer-data'
  /** There is no backup to restore from. */
  | 'no-backup'
  /** The request was cancelled by the user. */
  | 'cancelled'
  /** The message is not one that this sender may send. */
  | 'refused'
  /** The extension was updated or removed below a page that is still open. */
  | 'orphaned'
  | 'unexpected'

export interface Failure {
  readonly code: FailureCode
  /** In English, for the log and for a report; the screen says it in the user's words by `code`. */
  readonly message: string
  /** When another try makes sense, in milliseconds since the epoch. */
  readonly retryAt?: number
}
