import { describe, expect, test } from 'vitest'
import { identify, siteOf, sites } from '../../lib/sites'
import { accesses } from '../../lib/sites/accesses'
import { noPaper, type Site } from '../../lib/sites/site'
import { readAddresses } from './read-cases'

const addresses = readAddresses()

describe.each(addresses)('addresses of $folder', ({ papers, none }) => {
  test.each(Object.entries(papers))('%s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  if (none.length === 0) return
  test.each(none)('%s is about none', (address) => {
    expect(identify(address)).toBeUndefined()
  })
})

describe('the registry of sites', () => {
  const withPapers = sites.filter((site) => site.identify !== noPaper)

  test.each(withPapers)('$id has addresses of papers', (site) => {
    const all = addresses.flatMap(({ papers }) => Object.keys(papers))
    expect(all.some((address) => siteOf(new URL(address)) === site)).toBe(true)
  })

  const hosts = accesses.flatMap(({ matches }) => matches.map(hostOf))

  test('knows every host that can be allowed', () => {
    expect(hosts.filter((host) => siteAtHost(host) === undefined)).toEqual([])
  })

  test('has no site that can not be allowed, but one that only leads to others', () => {
    const allowed = new Set(hosts.map(siteAtHost))
    const without = sites.filter((site) => !allowed.has(site))
    expect(without.map(({ id }) => id)).toEqual(['doi'])
  })
})

function siteAtHost(host: string): Site | undefined {
  return siteOf(new URL(`https://${host}/`))
}

/** A host that a match pattern stands for: of `*.example.org` one below it. */
function hostOf(pattern: string): string {
  return new URL(pattern.replace('*.', 'a.')).host
}
