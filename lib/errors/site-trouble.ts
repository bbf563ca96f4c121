/** Problems that a script of ours can find on its page. */
export const pageTroubles = [
  /** The address is that of a paper, but there is no title to put the bar under. */
  'no-title',
  /** The script failed. */
  'failed',
] as const
export type PageTrouble = (typeof pageTroubles)[number]

/** `not-registered`: the browser did not let us register a script. */
export type SiteTrouble = PageTrouble | 'not-registered'
