import { describe, expect, test } from 'vitest'
import { allLinkedAddress, isLinkedId, linkedAddress } from '../../../lib/papers/linked-works'
import { hfLinked } from '../../../lib/sources/hf-linked'
import { id, nth } from '../db/samples'

const none = { works: [], total: 0 }

describe('what is linked to a paper', () => {
  test('is asked for by the arXiv id', () => {
    expect(hfLinked.request(nth(1))?.href).toBe('https://huggingface.co/api/papers/2601.00001')
    expect(hfLinked.request(id('doi:10.1000/one'))).toBeUndefined()
  })

  test('is read, of each kind apart', () => {
    const models = [{ id: 'example/one', likes: 3, downloads: 9 }, { id: 'two' }]
    const expected = { works: [{ id: 'example/one', likes: 3 }, { id: 'two' }], total: 2 }
    const ofModels = hfLinked.read({ linkedModels: models, numTotalModels: 2 }, nth(1))
    expect(ofModels).toEqual({ models: expected, datasets: none, spaces: none })
    const ofSpaces = hfLinked.read({ linkedSpaces: models, linkedDatasets: null }, nth(1))
    expect(ofSpaces).toEqual({ models: none, datasets: none, spaces: expected })
  })

  test('knows how many there are where not all are told', () => {
    const linkedModels = Array.from({ length: 40 }, (_, index) => ({ id: `example/${index}` }))
    const models = hfLinked.read({ linkedModels, numTotalModels: 1_200 }, nth(1))?.models
    expect(models?.works.length).toBe(30)
    expect(models?.total).toBe(1_200)
  })

  test.each(['', '../../settings', 'a/b/c', 'a b', 'javascript:alert(1)', '/a', 'a/', '.', 'a?b'])(
    'is no name of anything: %s',
    (name) => {
      expect(isLinkedId(name)).toBe(false)
      const read = hfLinked.read({ linkedModels: [{ id: name }, 7, null, { id: 4 }] }, nth(1))
      expect(read?.models).toEqual(none)
    },
  )

  test('a reply that is no paper is refused', () => {
    expect(() => hfLinked.read([], nth(1))).toThrow('not a paper')
    expect(() => hfLinked.read({ linkedModels: 'all' }, nth(1))).toThrow('not a paper')
  })

  test('has an address', () => {
    const work = { id: 'example/one' }
    expect(linkedAddress('models', work)).toBe('https://huggingface.co/example/one')
    expect(linkedAddress('datasets', work)).toBe('https://huggingface.co/datasets/example/one')
    expect(linkedAddress('spaces', work)).toBe('https://huggingface.co/spaces/example/one')
    expect(allLinkedAddress('models', '2601.00001')).toBe(
      'https://huggingface.co/models?other=arxiv%3A2601.00001',
    )
  })
})
