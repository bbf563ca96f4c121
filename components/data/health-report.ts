import type { DataFacts, Room } from '../../lib/hooks/data/use-data-facts'
import { reportHead, timeText } from '../page/error-report'

interface Health {
  readonly version: string
  /** The browser, as it calls itself. */
  readonly agent: string
  readonly language: string
  readonly facts: DataFacts | undefined
  readonly room: Room | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
}

/**
 * How Dogear is doing, as plain text to paste into a report of a problem: in English, because we read
 * that. Of failures their codes alone, because a message can have an address in it.
 */
export function healthReport({ version, agent, language, facts, room, now }: Health): string {
  const { backup } = facts ?? {}
  return [
    ...reportHead({ version, agent, language, now }),
    room && `Storage: ${megabytes(room.used)} of ${megabytes(room.quota)}`,
    facts === undefined ? 'Database: can not be read' : `Entries: ${facts.entries}`,
    `Backup: ${[
      backup?.backedUpAt === undefined ? 'never' : timeText(backup.backedUpAt),
      backup?.entries !== undefined && `${backup.entries} entries`,
      backup?.bytes !== undefined && megabytes(backup.bytes),
      backup?.trouble !== undefined && `database ${backup.trouble}`,
      backup?.lastFailure !== undefined && `failed: ${backup.lastFailure.code}`,
    ]
      .filter((part) => part !== false)
      .join(', ')}`,
    ...(facts?.sources ?? []).map(
      ({ id, state }) =>
        `${kindOf(id)}: ${[
          `last success ${state?.lastSuccessAt === undefined ? 'never' : timeText(state.lastSuccessAt)}`,
          state?.lastAttemptAt !== undefined && `last attempt ${timeText(state.lastAttemptAt)}`,
          state?.lastFailure !== undefined && `failed: ${state.lastFailure.code}`,
          state !== undefined && state.failures > 0 && `${state.failures} failures in a row`,
        ]
          .filter((part) => part !== false)
          .join(', ')}`,
    ),
    ...(facts?.sites ?? []).map(
      ({ site, foundAt, trouble, troubleAt }) =>
        `Site ${site}: ${[
          `papers found ${foundAt === undefined ? 'never' : timeText(foundAt)}`,
          trouble !== undefined && troubleAt !== undefined && `${trouble} ${timeText(troubleAt)}`,
        ]
          .filter((part) => part !== false)
          .join(', ')}`,
    ),
  ]
    .filter((line) => line !== undefined)
    .join('\n')
}

/** Without the part that tells what somebody reads. */
function kindOf(source: string): string {
  return source.replace(/:.*/, ':…')
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
