const hosts = new Set(['www.biorxiv.org', 'www.medrxiv.org'])

/** bioRxiv and medRxiv date a page by the version that is on it, and only the first one's date is the paper's. */
export function isLaterVersion(url: URL): boolean {
  const [, version = '1'] = /\dv(\d+)(?:\D|$)/.exec(url.pathname) ?? []
  return hosts.has(url.host) && version !== '1'
}
