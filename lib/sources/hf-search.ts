import { readItems } from './hf-daily'
import { type Page, ReplyError } from './source'

/** The longest question that the service takes, in characters. */
const longestQuestion = 250

/** As many as the service gives. More in a reply is none of its replies. */
const mostItems = 120

/**
 * The search for papers of Hugging Face, by words.
 *
 * The format: https://huggingface.co/docs/hub/api. The items are those of the daily lists.
 */
export const hfSearch = {
  id: 'hf-search',

  /** @param words what is too long for the service is cut */
  request(words: string): URL {
    const url = new URL('https://huggingface.co/api/papers/search')
    url.searchParams.set('q', [...words].slice(0, longestQuestion).join(''))
    return url
  },

  /**
   * @param reply the parsed JSON, not yet trusted
   * @throws ReplyError when it is no list, or nothing of it can be read
   */
  read(reply: unknown): Page {
    if (!Array.isArray(reply)) throw new ReplyError('The reply is not a list')
    const page = readItems(reply.slice(0, mostItems))
    if (page.items.length === 0 && page.skipped.length > 0) {
      throw new ReplyError(`None of ${page.skipped.length} items can be read`)
    }
    return page
  },
} as const
