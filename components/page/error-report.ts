interface Circumstances {
  readonly version: string
  /** The browser, as it calls itself. */
  readonly agent: string
  readonly language: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** What a report of a problem begins with, as lines of English. */
export function reportHead({ version, agent, language, now }: Circumstances): readonly string[] {
  return [`Dogear ${version}`, `Browser: ${agent}, ${language}`, `Time: ${timeText(now)}`]
}

/**
 * What went wrong on a page, as plain text to paste into a report of a problem. Of the error its kind and where in our
 * code it came from, but not its message: that can have an address in it, or what somebody reads.
 *
 * @param address of the page
 */
export function errorReport(error: unknown, address: URL, circumstances: Circumstances): string {
  const { name, stack = '' } = error instanceof Error ? error : new Error('', { cause: error })
  const places = [...stack.matchAll(/[\w./:-]*?([\w-]+\.(?:js|tsx?):\d+:\d+)/g)].map(
    ([, place = '']) => `  ${place}`,
  )
  return [
    ...reportHead(circumstances),
    `Page: ${address.pathname}`,
    `Error: ${name}`,
    ...places.slice(0, 12),
  ].join('\n')
}

export function timeText(time: number): string {
  return new Date(time).toISOString().slice(0, 19).concat('Z')
}
