/** What the badge can count: all unseen papers, those that match a watch, or nothing. */
export const badges = ['unseen', 'watched', 'off'] as const
export type Badge = (typeof badges)[number]
