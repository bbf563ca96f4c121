import type { Paper } from '../papers/paper'

/** Where a paper came out; undefined for a preprint, whose archive its id tells already. */
export function venueOf({ venue = '' }: Paper): string | undefined {
  return venue === '' || /^arxiv\b/i.test(venue) ? undefined : venue
}
