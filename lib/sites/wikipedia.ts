import { noPaper, type Site } from './site'

/** Each language has a host below the first, and the page for phones one below the second. */
export const wikipediaDomains = ['wikipedia.org', 'm.wikipedia.org']

/** A citation gives a work many names, and its mark stands behind all of them (known as of 2025, not captured). */
export const wikipedia: Site = {
  id: 'wikipedia',
  hosts: [],
  identify: noPaper,
  layout: { within: '.mw-parser-output', row: 'cite.citation', title: 'cite' },
}
