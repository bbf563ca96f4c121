import { expect, test } from 'vitest'
import { linksOf } from '../../../lib/papers/links'
import { id, nth, paper } from '../db/samples'

test('a paper of arXiv has a page to vote on, whichever list it is from', () => {
  const vote = linksOf(paper(nth(1))).find(({ kind }) => kind === 'vote')
  expect(vote?.address).toBe(`https://huggingface.co/papers/${nth(1).slice('arxiv:'.length)}`)
})

test('a paper of arXiv can be read as a web page since there are such', () => {
  const kinds = (name: string) => linksOf(paper(id(name))).map(({ kind }) => kind)
  expect(kinds('arxiv:2601.00001')).toEqual(['page', 'pdf', 'html', 'vote'])
  expect(kinds('arxiv:2305.00001')).not.toContain('html')
  expect(kinds('arxiv:cs/0101001')).not.toContain('html')
  expect(kinds('doi:10.1000/one')).toEqual(['page'])
})
