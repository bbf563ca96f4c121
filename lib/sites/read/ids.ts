import { arxivPaperId, doiPaperId, type PaperId, parsePaperId } from '../../papers/paper-id'
import { identify } from '..'

/** The paper that is meant by an id in any form, or by an address. */
function idOf(name: string): PaperId | undefined {
  const text = name.trim()
  if (/^arxiv:/i.test(text)) return arxivPaperId(text)
  // Where a paper has several DOIs, they stand side by side.
  return parsePaperId(text) ?? doiPaperId(text.split(/\s/)[0] ?? '') ?? identify(text)
}

export function idsIn(names: readonly string[]): PaperId[] {
  return names.map(idOf).filter((id) => id !== undefined)
}

/**
 * The ids of one paper, at most one a scheme, out of groups in the order in which they are trusted. A scheme in
 * which a group has several ids gives none: such a page lists papers, or does not say which one it means.
 *
 * @param own the id in the page's address; it comes first
 * @returns none where the page names another paper than its address does. Sites that change their page without
 *   loading it may leave the tags of the paper before.
 */
export function agreedIds(groups: readonly (readonly PaperId[])[], own?: PaperId): PaperId[] {
  const agreed = new Map<string, PaperId | undefined>()
  if (own !== undefined) agreed.set(schemeOf(own), own)
  for (const group of groups) {
    for (const scheme of new Set(group.map(schemeOf))) {
      const ids = [...new Set(group.filter((id) => schemeOf(id) === scheme))]
      if (!agreed.has(scheme)) agreed.set(scheme, ids.length === 1 ? ids[0] : undefined)
      const known = agreed.get(scheme)
      if (known === own && own !== undefined && !ids.some((id) => isPartOf(id, own))) return []
    }
  }
  return [...agreed.values()].filter((id) => id !== undefined)
}

function schemeOf(id: PaperId): string {
  return id.slice(0, id.indexOf(':'))
}

/** Versions and figures of a paper have its DOI with an ending. */
function isPartOf(one: PaperId, other: PaperId): boolean {
  return one.startsWith(other) || other.startsWith(one)
}
