import { expect, test } from 'vitest'
import type { Paper } from '../../../lib/papers/paper'
import { SegmentBuilder } from '../../../lib/search/build-segment'
import { documentOf } from '../../../lib/search/document'
import { Snapshot } from '../../../lib/search/snapshot'
import { nth, paper } from '../db/samples'
import { query } from './library'

/** Invented, and close to each other on purpose. */
const shelf: readonly (readonly [title: string, authors: string, abstract: string])[] = [
  [
    'Alder: Forgetting the Right Keys in Long Conversations',
    'Mira Okafor, Jon Lindqvist',
    'The cache of a transformer grows with every token. Alder drops the keys that no later layer reads.',
  ],
  [
    'Half a Cache Is Enough: Layer-wise Eviction for Long Contexts',
    'Jon Lindqvist, Pia Castellan',
    'We evict keys layer by layer and keep accuracy on retrieval.',
  ],
  [
    'Paging the Past: Serving Long Contexts from Disk',
    'Tomas Reyl',
    'Attention reads pages of keys from disk, so that memory stays constant in long conversations.',
  ],
  [
    'Speculative Decoding Without a Second Model',
    'Pia Castellan, Wen Aldermann',
    'A model drafts for itself and accepts tokens that mean the same.',
  ],
  [
    'When Should a Draft Stop? Learning the Length of Speculation',
    'Wen Aldermann',
    'Speculative decoding wastes drafts. We learn when to stop a draft.',
  ],
  [
    'Attention Is Not What You Read: A Survey',
    'Sunniva Holt',
    'A survey of attention in language models, with a section on caches and one on speculative decoding.',
  ],
  [
    'A Survey of Caches for Language Models',
    'Sunniva Holt, Mira Okafor',
    'We compare forty caches for attention.',
  ],
  [
    'Robots That Ask Before They Grasp',
    'Ilse Brandvold',
    'A policy asks for help when its grasp would fail.',
  ],
  [
    'Grasping Glass: Depth for Transparent Objects',
    'Ilse Brandvold, Kofi Marsh',
    'Robots miss glass. We estimate depth for transparent objects from polarised light.',
  ],
  [
    'Text-to-Image Models Count Badly',
    'Kofi Marsh',
    'We measure how well image models count objects, and robots that rely on them.',
  ],
  [
    'Counting with Text and Image Together',
    'Noor Vance',
    'To count objects, a text is compared to an image.',
  ],
  [
    'Rewards from Reading: Feedback in Plain Language',
    'Noor Vance, Tomas Reyl',
    'Plain language feedback becomes a reward for a policy.',
  ],
]

/** What somebody types, and the paper that they mean, counted from 1. */
const searches: readonly (readonly [typed: string, meant: number])[] = [
  ['forgetting keys conversations', 1],
  ['alder', 1],
  ['okafor keys', 1],
  ['eviction layer', 2],
  ['contexts disk', 3],
  ['reyl disk', 3],
  ['speculative decoding', 4],
  ['decoding speculative model', 4],
  ['draft stop', 5],
  ['attention survey', 6],
  ['survey attention holt', 6],
  ['survey cach*', 7],
  ['robots ask', 8],
  ['transparent obj*', 9],
  ['polarised light', 9],
  ['brandvold depth', 9],
  ['"text to image"', 10],
  ['text image count', 10],
  ['noor count*', 11],
  ['feedback rew*', 12],
]

test('what is meant comes first, or nearly so', () => {
  const builder = new SegmentBuilder()
  for (const [index, [title, authors, abstract]] of shelf.entries()) {
    const fields: Partial<Paper> = { title, authors: authors.split(', ') }
    builder.add(documentOf({ id: nth(index + 1), paper: paper(nth(index + 1), fields), abstract }))
  }
  const snapshot = new Snapshot([builder.finish()])
  const ranks = searches.map(
    ([typed, meant]) =>
      [typed, snapshot.find(query(typed), 10).paperIds.indexOf(nth(meant)) + 1] as const,
  )
  expect(ranks.filter(([, rank]) => rank < 1 || rank > 2)).toEqual([])
  const reciprocal = ranks.reduce((sum, [, rank]) => sum + 1 / rank, 0) / ranks.length
  expect(reciprocal).toBeGreaterThan(0.95)
})
