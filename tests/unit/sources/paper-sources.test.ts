import { describe, expect, test } from 'vitest'
import { sourceById } from '../../../lib/sources'
import { hfPaper } from '../../../lib/sources/hf-paper'
import { reachableHosts } from '../../../lib/sources/hosts'
import { paperSources } from '../../../lib/sources/paper-sources'
import { id, nth } from '../db/samples'

describe('the sources of single papers', () => {
  test('are asked in this order', () => {
    expect(paperSources.map((source) => source.id)).toEqual([
      'hf-paper',
      'arxiv-paper',
      'crossref-paper',
    ])
  })

  test('and those of lists ask for nothing but what is listed, and for all of that', () => {
    const lists = ['hf-daily', 'arxiv:cs.CL'].map(sourceById)
    const hosts = [...lists, ...paperSources].flatMap((source) => source?.hosts)
    expect(new Set(hosts)).toEqual(new Set(reachableHosts))
  })

  test('ask their own hosts only', () => {
    const names = ['arxiv:2601.00001', 'doi:10.1000/one', 'acl:2026.acl-long.7'].map(id)
    for (const source of paperSources) {
      const asked = names.flatMap((name) => source.request(name) ?? [])
      expect(asked.length).toBeGreaterThan(0)
      for (const { origin } of asked) expect(source.hosts).toContain(`${origin}/*`)
    }
  })
})

describe('Hugging Face about one paper', () => {
  const reply = { id: '2601.00001', title: 'A Title', summary: 'An abstract.', upvotes: 7 }

  test('is asked about papers of arXiv', () => {
    expect(hfPaper.request(nth(1))?.href).toBe('https://huggingface.co/api/papers/2601.00001')
    expect(hfPaper.request(id('doi:10.1000/one'))).toBeUndefined()
  })

  test('tells what it tells in lists', () => {
    expect(hfPaper.read(reply, nth(1))).toMatchObject({
      paper: { id: nth(1), title: 'A Title', votes: 7 },
      abstract: 'An abstract.',
    })
  })

  test.each([[{ ...reply, id: '2601.00002' }], [{ error: 'Paper not found' }], [null], [[]]])(
    'tells nothing in %j',
    (value) => {
      expect(hfPaper.read(value, nth(1))).toBeUndefined()
    },
  )
})
