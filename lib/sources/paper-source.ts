import type { PaperId } from '../papers/paper-id'
import type { ListedPaper } from './source'

/**
 * Who can tell about one paper that is asked for by its name: what is saved by its address alone gets its title
 * this way. Like a source of lists it knows neither the database nor the clock nor `fetch`. `T` is what it tells.
 */
export interface PaperSource<T = ListedPaper> {
  readonly id: string
  /** Match patterns of every address that it asks for: they become host permissions. */
  readonly hosts: readonly string[]
  /** What it answers in. */
  readonly format: 'json' | 'xml'
  /** How long it wants to be left alone between two requests, in milliseconds. */
  readonly pause: number
  /** @returns undefined for a name that it can't know */
  request(name: PaperId): URL | undefined
  /**
   * @param reply parsed JSON, or XML as text; not yet trusted
   * @param name the one that was asked for, which becomes the paper's id
   * @returns undefined where the reply does not tell of this paper: it knows none, or it is about another one
   * @throws ReplyError when the reply is not what the source sends
   */
  read(reply: unknown, name: PaperId): T | undefined
}
