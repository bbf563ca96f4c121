import { describe, expect, test } from 'vitest'
import { mergePaper } from '../../../lib/papers/merge'
import { id, nth, paper } from '../db/samples'

const doi = id('doi:10.1000/example')
const forum = id('openreview:ExampleForum')

describe('merging a paper', () => {
  test('a new paper is taken as it is', () => {
    expect(mergePaper(undefined, paper(nth(1)))).toEqual(paper(nth(1)))
  })

  test('the newer word of a source counts', () => {
    const before = paper(nth(1), { title: 'Old', votes: 3, authors: ['Ada'] })
    const after = paper(nth(1), { title: 'New', votes: 5, authors: ['Ada', 'Ben'] })
    expect(mergePaper(before, after)).toEqual(after)
  })

  test('what the newer one lacks is kept', () => {
    const before = paper(nth(1), {
      organization: 'Example Institute',
      publishedOn: '2026-07-20',
      aiSummary: 'Short.',
      keywords: ['caches'],
      votes: 3,
      comments: 1,
      code: { url: 'https://github.com/example/one', stars: 7 },
      projectUrl: 'https://one.example/',
    })
    const after = paper(nth(1), { title: '', authors: [] })
    expect(mergePaper(before, after)).toEqual(before)
  })

  test('a page fills gaps but never replaces what a source said', () => {
    const source = paper(nth(1), { title: 'Right', votes: 9 })
    const page = paper(nth(1), {
      title: 'Wrong',
      authors: ['Mallory'],
      keywords: ['filled'],
      publishedOn: '2026-07-01',
      origin: 'page',
    })
    const expected = { ...source, keywords: ['filled'], publishedOn: '2026-07-01' }
    expect(mergePaper(source, page)).toEqual(expected)
    expect(mergePaper(page, source)).toEqual(expected)
  })

  test('names are united under the one that is known', () => {
    const before = paper(nth(1), { aliases: [doi] })
    const after = paper(forum, { aliases: [nth(1), doi] })
    const merged = mergePaper(before, after)
    expect(merged.id).toBe(nth(1))
    expect(merged.aliases).toEqual([doi, forum])
  })

  test('stars are not carried over to another repository', () => {
    const before = paper(nth(1), { code: { url: 'https://github.com/example/one', stars: 7 } })
    const same = paper(nth(1), { code: { url: 'https://github.com/example/one' } })
    const other = paper(nth(1), { code: { url: 'https://github.com/example/two' } })
    expect(mergePaper(before, same).code).toEqual(before.code)
    expect(mergePaper(before, other).code).toEqual(other.code)
  })

  test('the newest day on which it was listed stays, with the newest rank', () => {
    const on = (day: string, rank: number, source = 'a') =>
      paper(nth(1), { listed: { source, day, rank } })
    const monday = on('2026-07-20', 4)
    const tuesday = on('2026-07-21', 9)
    expect(mergePaper(monday, tuesday).listed).toEqual(tuesday.listed)
    expect(mergePaper(tuesday, monday).listed).toEqual(tuesday.listed)
    expect(mergePaper(tuesday, on('2026-07-21', 2)).listed?.rank).toBe(2)
    expect(mergePaper(tuesday, on('2026-07-21', 2, 'b')).listed).toEqual(tuesday.listed)
    expect(mergePaper(tuesday, paper(nth(1))).listed).toEqual(tuesday.listed)
  })

  test('merging the same again changes nothing', () => {
    const before = paper(nth(1), {
      aliases: [doi],
      votes: 1,
      listed: { source: 'a', day: '2026-07-20', rank: 1 },
    })
    const after = paper(forum, { aliases: [nth(1)], origin: 'page' })
    const once = mergePaper(before, after)
    expect(mergePaper(once, after)).toEqual(once)
  })
})
