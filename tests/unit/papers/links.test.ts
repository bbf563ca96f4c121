import { expect, test } from 'vitest'
import { linksOf } from '../../../lib/papers/links'
import { nth, paper } from '../db/samples'

test('a paper of arXiv has a page to vote on, whichever list it is from', () => {
  const vote = linksOf(paper(nth(1))).find(({ kind }) => kind === 'vote')
  expect(vote?.address).toBe(`https://huggingface.co/papers/${nth(1).slice('arxiv:'.length)}`)
})
