import { describe, expect, test } from 'vitest'
import { covers, hostOf, originsOf } from '../../../lib/settings/origins'
import { filterSites, groupSites } from '../../../lib/settings/site-groups'
import {
  additionOf,
  type OfferedSite,
  otherOrigins,
  switchesOf,
  switchingOff,
} from '../../../lib/settings/site-switches'

function offered(id: string, hosts: readonly string[], more: Partial<OfferedSite> = {}) {
  const matches = hosts.map((host) => `https://${host}/*`)
  return { id, name: id, matches, reason: 'papers', isBuiltIn: false, ...more } as const
}

const shelf = offered('shelf', [], {
  matches: ['https://shelf.example/list/*', 'https://shelf.example/search?*'],
  reason: 'lists',
  isBuiltIn: true,
})
const forum = offered('forum', ['forum.example'], { reason: 'posts' })
const press = offered('press', ['press.example', '*.press.example', 'old-press.example'])
const sites: readonly OfferedSite[] = [shelf, forum, press]
const required = ['https://shelf.example/*', 'https://api.example/*']

function switchOf(id: string, granted: readonly string[], sitesOff: readonly string[] = []) {
  const found = switchesOf(sites, granted, sitesOff).find(({ site }) => site.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('origins', () => {
  test('are whole hosts, each once', () => {
    expect(originsOf([...shelf.matches, 'https://*.press.example/paper/*'])).toEqual([
      'https://shelf.example/*',
      'https://*.press.example/*',
    ])
    expect(hostOf('https://*.press.example/*')).toBe('*.press.example')
  })

  test.each([
    ['https://a.example/*', 'https://a.example/*', true],
    ['*://a.example/*', 'https://a.example/*', true],
    ['https://*/*', 'https://a.example/*', true],
    ['*://*/*', 'https://*.a.example/*', true],
    ['<all_urls>', 'https://a.example/*', true],
    ['https://*.a.example/*', 'https://a.example/*', true],
    ['https://*.a.example/*', 'https://b.a.example/*', true],
    ['https://*.a.example/*', 'https://*.b.a.example/*', true],
    ['https://*.a.example/*', 'https://ba.example/*', false],
    ['https://a.example/*', 'https://b.a.example/*', false],
    ['https://a.example/*', 'https://*.a.example/*', false],
    ['https://a.example/*', 'https://*/*', false],
    ['http://a.example/*', 'https://a.example/*', false],
  ])('%s is enough for %s: %s', (permission, origin, isEnough) => {
    expect(covers(permission, origin)).toBe(isEnough)
  })
})

describe('a switch', () => {
  test('is on where the browser lets us in and the user has not switched it off', () => {
    const granted = ['https://shelf.example/*', 'https://forum.example/*']
    const isOn = (sitesOff: string[]) =>
      switchesOf(sites, granted, sitesOff).map(({ isOn }) => isOn)
    expect(isOn([])).toEqual([true, true, false])
    expect(isOn(['shelf'])).toEqual([false, true, false])
  })

  test('is on where some of its hosts are open to us, and tells which are not', () => {
    expect(switchOf('press', ['https://*.press.example/*'])).toMatchObject({
      isOn: true,
      missing: ['https://old-press.example/*'],
    })
  })
})

describe('other origins', () => {
  test('are what no site and no source of ours is at', () => {
    const granted = [
      'https://shelf.example/*',
      'https://api.example/*',
      'https://papers.press.example/*',
      'https://wide.example/*',
      'https://blog.example/*',
      'moz-extension://0000/*',
    ]
    expect(otherOrigins(sites, granted, required)).toEqual([
      'https://blog.example/*',
      'https://wide.example/*',
    ])
    expect(otherOrigins(sites, ['https://*/*'], required)).toEqual(['https://*/*'])
  })
})

describe('switching off', () => {
  function off(id: string, granted: readonly string[], all: readonly OfferedSite[] = sites) {
    return switchingOff(switchOf(id, granted), switchesOf(all, granted, []), granted, required)
  }

  test('gives the permission back', () => {
    expect(off('forum', ['https://forum.example/*'])).toEqual({
      revoked: ['https://forum.example/*'],
      isNoted: false,
    })
  })

  test('is noted where the permission came with the install', () => {
    expect(off('shelf', required)).toEqual({ revoked: [], isNoted: true })
  })

  test('is noted where the user allowed every site', () => {
    const granted = ['https://*/*', 'https://forum.example/*']
    expect(off('forum', granted)).toEqual({ revoked: ['https://forum.example/*'], isNoted: true })
  })

  test('leaves what another site needs', () => {
    const board = offered('board', ['forum.example'])
    expect(off('forum', ['https://forum.example/*'], [...sites, board])).toEqual({
      revoked: [],
      isNoted: true,
    })
  })
})

describe('an address that is added', () => {
  function added(origin: string, granted: readonly string[], sitesOff: readonly string[] = []) {
    const others = otherOrigins(sites, granted, required)
    return additionOf(origin, switchesOf(sites, granted, sitesOff), others, required)
  }

  test('may belong to a site that is known, with all its hosts', () => {
    const press = { kind: 'site', one: { site: { id: 'press' } } }
    expect(added('https://b.press.example/*', [])).toMatchObject(press)
    expect(added('https://b.press.example/*', ['https://press.example/*'])).toMatchObject(press)
  })

  test('may be one where Dogear is', () => {
    expect(added('https://shelf.example/*', required)).toEqual({ kind: 'on' })
    expect(added('https://blog.example/*', ['https://blog.example/*'])).toEqual({ kind: 'on' })
    expect(added('https://blog.example/*', ['https://*/*'])).toEqual({ kind: 'on' })
  })

  test('may be one that was switched off', () => {
    expect(added('https://shelf.example/*', required, ['shelf'])).toMatchObject({
      kind: 'site',
      one: { site: { id: 'shelf' } },
    })
  })

  test('may be new, or one that papers are fetched from', () => {
    expect(added('https://blog.example/*', required)).toEqual({ kind: 'other' })
    expect(added('https://api.example/*', required)).toEqual({ kind: 'source' })
  })
})

describe('groups', () => {
  const search = offered('search', ['search.example'], { reason: 'search' })
  const wiki = offered('wiki', ['wiki.example'], { reason: 'references' })
  const switches = switchesOf([wiki, search, ...sites], [], [])

  test('are by reason, apart from what is on from the start', () => {
    expect(
      groupSites(switches).map(({ group, switches }) => [
        group,
        switches.map(({ site }) => site.id).join(),
      ]),
    ).toEqual([
      ['start', 'shelf'],
      ['lists', 'search'],
      ['discussion', 'wiki,forum'],
      ['papers', 'press'],
    ])
  })

  test('without a site are left out', () => {
    expect(groupSites([])).toEqual([])
  })

  test.each([
    ['', 5],
    ['PRESS', 1],
    ['old-press', 1],
    ['example  wiki', 1],
    ['nowhere', 0],
  ])('a filter %j finds %i', (text, count) => {
    expect(filterSites(switches, text)).toHaveLength(count)
  })
})
