import { hostOf } from './origins'
import type { OfferedSite, SiteSwitch } from './site-switches'

export const siteGroups = ['start', 'lists', 'discussion', 'papers'] as const
export type SiteGroup = (typeof siteGroups)[number]

const groupOfReason: Readonly<Record<OfferedSite['reason'], SiteGroup>> = {
  lists: 'lists',
  search: 'lists',
  posts: 'discussion',
  references: 'discussion',
  papers: 'papers',
}

/** Sites by what they are there for, in the order given; groups without a site are left out. */
export function groupSites(
  switches: readonly SiteSwitch[],
): { readonly group: SiteGroup; readonly switches: readonly SiteSwitch[] }[] {
  return siteGroups.flatMap((group) => {
    const members = switches.filter(({ site }) => groupOf(site) === group)
    return members.length === 0 ? [] : { group, switches: members }
  })
}

function groupOf({ isBuiltIn, reason }: OfferedSite): SiteGroup {
  return isBuiltIn ? 'start' : groupOfReason[reason]
}

/** The sites with all these words in their names or hosts, in letters of any case. */
export function filterSites(switches: readonly SiteSwitch[], text: string): readonly SiteSwitch[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return switches.filter(({ site, origins }) => {
    const said = [site.name, ...origins.map(hostOf)].join(' ').toLowerCase()
    return words.every((word) => said.includes(word))
  })
}
