/*
 * The elements that hold Dogear's annotations, as selectors. They have nothing of their own that a page could know
 * them by, so these hold for pages that have no bare, empty elements besides.
 */
export const hosts = {
  bar: 'div:empty:not([class], [id], [style], [popover])',
  mark: 'span:empty:not([class], [id], [style])',
  card: '[popover="manual"]:empty',
} as const
export const anyHost = Object.values(hosts).join()
