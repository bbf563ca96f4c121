const longestAddress = 2_000
/** A repository at a host of code; what lies within it follows. */
const repository = /^https?:\/\/(?:www\.)?(git(?:hub|lab)\.com)\/([\w-]+\/[\w.-]+)/i
/** The address that `text` leads to from the page; undefined unless it is `http:` or `https:`. */
export function webAddress(text: string, page: URL): string | undefined {
  const trimmed = text.slice(0, longestAddress + 1).trim()
  if (trimmed === '') return undefined
  try {
    const { protocol, href } = new URL(trimmed, page)
    const isWeb = protocol === 'https:' || protocol === 'http:'
    return isWeb && href.length <= longestAddress ? href : undefined
  } catch {
    return undefined
  }
}

/** The repository that an address leads into: `https://github.com/owner/name`; empty for any other address. */
export function repositoryOf(address: string): string {
  const [, host = '', path = ''] = repository.exec(address) ?? []
  return path && `https://${host.toLowerCase()}/${path.replace(/\.+$|\.git$/i, '')}`
}
