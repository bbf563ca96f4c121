import type { PaperId } from '../papers/paper-id'
import type { ListedPaper } from './source'

/**
 * A source of single papers, asked for by name: papers that are saved by their address alone get their titles
 * this way. Like a source of lists it knows neither the database nor the clock nor `fetch`. `T` is what it
 * gives.
 */
export interface PaperSource<T = ListedPaper> {
  readonly id: string
  /** Match patterns of every address that it asks for: they become host permissions. */
  readonly hosts: readonly string[]
  /** The format of its replies. */
  readonly format: 'json' | 'xml'
  /** How long it wants to be left alone between two requests, in milliseconds. */
  readonly pause: number
  /** @returns undefined for a name that it can't know */
  request(name: PaperId): URL | undefined
  /**
   * @param reply parsed JSON, or XML as text; not yet trusted
   * @param name the one that was asked for, which becomes the paper's id
   * @returns undefined where the reply is not about this paper: the source does not know it, or answers about
   *   another one
   * @throws ReplyError when the reply is not what the source sends
   */
  read(reply: unknown, name: PaperId): T | undefined
}
