import { describe, expect, test } from 'vitest'
import { siteOf } from '../../../lib/sites'
import { accesses } from '../../../lib/sites/accesses'
import { builtInAccesses } from '../../../lib/sites/built-in'
import { registrationsFor } from '../../../lib/sites/registrations'

const required = ['https://arxiv.org/*', 'https://huggingface.co/*', 'https://export.arxiv.org/*']
const forum = 'https://openreview.net/*'
const blog = 'https://blog.example.org/*'

function patternsOf(
  id: string,
  granted: readonly string[],
  sitesOff: readonly string[] = [],
): readonly string[] {
  const all = registrationsFor([...required, ...granted], required, sitesOff)
  return all.find((one) => one.id === id)?.matches ?? []
}

describe('where content scripts run', () => {
  test('from the install on: the pages that are annotated from the start, and nothing else', () => {
    const all = registrationsFor(required, required, [])
    expect(all.map(({ id }) => id)).toEqual(['annotate'])
    expect(all[0]?.matches).toEqual(builtInAccesses.flatMap(({ matches }) => matches))
  })

  test('what the user allows, named by us or not, is for the script that knows every site', () => {
    expect(patternsOf('annotate-site', [forum, blog])).toEqual([forum, blog])
  })

  test('a site that is switched off has none, although the browser would allow it', () => {
    expect(patternsOf('annotate-site', [forum, blog], ['openreview'])).toEqual([blog])
    expect(patternsOf('annotate', [], ['arxiv']).join()).not.toContain('arxiv.org')
    expect(registrationsFor(required, required, ['arxiv', 'huggingface'])).toEqual([])
  })

  test('where all sites are allowed at once, those that are off are left out', () => {
    const all = registrationsFor([...required, 'https://*/*'], required, ['openreview'])
    const anywhere = all.find(({ id }) => id === 'annotate-site')
    expect(anywhere?.matches).toEqual(['https://*/*'])
    expect(anywhere?.excludeMatches).toContain(forum)
    expect(anywhere?.excludeMatches, 'the small script is there').toContain(
      'https://arxiv.org/abs/*',
    )
  })
})

describe('the sites that can be allowed', () => {
  test('have ids, names and patterns of their own', () => {
    for (const field of ['id', 'name'] as const) {
      expect(new Set(accesses.map((access) => access[field])).size).toBe(accesses.length)
    }
    const patterns = accesses.flatMap(({ matches }) => matches)
    expect(new Set(patterns).size).toBe(patterns.length)
  })

  test('are all known to the registry', () => {
    const hosts = accesses.flatMap(({ matches }) =>
      matches.map((match) => new URL(match.replace('*.', 'www.').replace('*', '')).host),
    )
    expect(hosts.filter((host) => siteOf(new URL(`https://${host}/`)) === undefined)).toEqual([])
  })
})
