/** What a script of ours can find wrong with the page that it is on. */
export const pageTroubles = [
  /** Its address is that of a paper, and there is no title to put the bar under. */
  'no-title',
  /** The script failed. */
  'failed',
] as const
export type PageTrouble = (typeof pageTroubles)[number]

/** `not-registered`: the browser did not let us register a script. */
export type SiteTrouble = PageTrouble | 'not-registered'
