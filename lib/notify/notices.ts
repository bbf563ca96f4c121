import type { DogearDatabase } from '../db/database'
import { takeTogether, takeUnannounced } from '../db/entries/announced'
import { getWatches } from '../db/entries/watches'
import { getPapers } from '../db/papers/papers'
import { localDay } from '../papers/day'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import type { SourceId } from '../papers/source'
import type { Watch } from '../papers/watch'
import { type Digest, readDigest } from '../queries/digest'
import { watching } from '../search/watch-question'
import type { Settings } from '../settings/settings'
import { hourOfDay, isQuiet } from './hours'
import { unseenPapers } from './unseen'

/** What is announced: papers that match watches, together if there are several, or the digest of a day. */
export type Notice =
  | { readonly kind: 'matches'; readonly papers: readonly [Match, ...Match[]] }
  | { readonly kind: 'digest'; readonly digest: Digest }

export interface Match {
  readonly paper: Paper
  readonly watches: readonly Watch[]
}

export type NoticeSettings = Pick<
  Settings,
  'notifiesMatches' | 'notifiesDigest' | 'digestHour' | 'quietFrom' | 'quietUntil' | 'sources'
>

/**
 * Takes what is to be announced now. From here on it counts as announced: a worker that is stopped before it
 * shows a notice never shows it, rather than twice. In quiet hours nothing is taken.
 *
 * @param now milliseconds since the epoch
 */
export async function takeNotices(
  db: DogearDatabase,
  now: number,
  settings: NoticeSettings,
): Promise<Notice[]> {
  const { notifiesMatches, notifiesDigest, quietFrom, quietUntil } = settings
  const sources = settings.sources.map(({ id }) => id)
  if (isQuiet(now, { from: quietFrom, until: quietUntil })) return []
  const [first, ...others] = notifiesMatches ? await takeMatches(db, now, sources) : []
  const digest = notifiesDigest ? await takeDigest(db, now, settings.digestHour) : undefined
  return [
    ...(first === undefined ? [] : [{ kind: 'matches', papers: [first, ...others] } as const]),
    ...(digest === undefined ? [] : [{ kind: 'digest', digest } as const]),
  ]
}

/** The matches that were never announced, without papers that the user has seen or hidden. */
async function takeMatches(
  db: DogearDatabase,
  now: number,
  sources: readonly SourceId[],
): Promise<Match[]> {
  const watches = (await getWatches(db)).filter(({ notifies }) => notifies)
  const matches = await unseenMatches(db, watches, now, sources)
  const taken = await takeUnannounced(db, [...matches.keys()], now)
  return taken.flatMap((id) => matches.get(id) ?? [])
}

async function unseenMatches(
  db: DogearDatabase,
  watches: readonly Watch[],
  now: number,
  sources?: readonly SourceId[],
): Promise<Map<PaperId, Match>> {
  if (watches.length === 0) return new Map()
  const matching = watching(watches)
  const ids = await unseenPapers(db, now, sources, (paper) => matching(paper).length > 0)
  const papers = await getPapers(db, ids)
  return new Map(
    papers.flatMap((paper) =>
      paper === undefined ? [] : [[paper.id, { paper, watches: matching(paper) }] as const],
    ),
  )
}

/**
 * Notes what these watches match by now as announced: what was there before a watch, or before notifications were
 * switched on, is no news.
 */
export async function passMatches(
  db: DogearDatabase,
  watches: readonly Watch[],
  now: number,
): Promise<void> {
  const matches = await unseenMatches(db, watches, now)
  await takeUnannounced(db, [...matches.keys()], now)
}

/**
 * The digest of the newest lists, once per day of the user's calendar, from the chosen hour on. Missed, because
 * the browser was closed or there was no list yet, it comes later on the same day; lists that had one have no
 * second one.
 */
async function takeDigest(
  db: DogearDatabase,
  now: number,
  hour: number,
): Promise<Digest | undefined> {
  if (now < hourOfDay(now, hour)) return undefined
  const digest = await readDigest(db, undefined, now)
  if (digest === undefined || digest.total === 0) return undefined
  const subjects = [`digest-on/${localDay(now)}`, `digest-of/${digest.day}`] as const
  return (await takeTogether(db, subjects, now)) ? digest : undefined
}
