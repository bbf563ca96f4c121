import { ReplyError } from '../sources/source'

/**
 * Runs a reader over a reply. Whatever it throws, the reply was none that it can read: the source waits, and no other.
 *
 * @throws ReplyError
 */
export function readReply<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof ReplyError) throw error
    // The message of whatever failed may hold a piece of the reply.
    const name = error instanceof Error ? error.name : typeof error
    throw new ReplyError(`The reply can't be read: ${name}`, { cause: error })
  }
}
