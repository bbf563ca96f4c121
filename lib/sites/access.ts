/** Why a site is worth marking: the words for it are in the locales. */
export const accessReasons = ['papers', 'lists', 'search', 'posts', 'references'] as const
export type AccessReason = (typeof accessReasons)[number]

/** Pages that Dogear annotates once the user lets it, or from the install on. */
export interface Access {
  /** In kebab-case. Settings are kept by it, so it never changes. */
  readonly id: string
  /** As the site calls itself, the same in every language. */
  readonly name: string
  /** Match patterns. */
  readonly matches: readonly string[]
  readonly reason: AccessReason
}
