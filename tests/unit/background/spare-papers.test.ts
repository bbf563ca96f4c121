import { expect, test, vi } from 'vitest'
import { createHandlers } from '../../../entrypoints/background/handlers'
import { sparePapers } from '../../../entrypoints/background/spare-papers'
import { lookUpAllowance, lookUpLimit } from '../../../lib/messaging/limits'
import { freshDatabase, nth } from '../db/samples'
import { idleJobs } from './idle-jobs'

const page = (address: string) => ({ address, isPrivate: false })

test('the pages of one site may ask about so many papers, and no longer go through all', () => {
  const spare = sparePapers()
  for (let asked = 0; asked < lookUpAllowance.most; asked += 1_000) {
    spare(page(`https://hostile.example/${asked}`), 1_000)
  }
  expect(() => spare(page('https://hostile.example/more'), 1_000)).toThrow(/too many papers/)
  expect(() => spare(page('https://hostile.example/more'), 0), 'asks for nothing').not.toThrow()
  expect(() => spare(page('https://other.example/'), 1_000)).not.toThrow()
  expect(() => spare(undefined, 100_000), 'a page of the extension').not.toThrow()
})

test('a page that has asked about too many papers gets no tags and notes either', async () => {
  // Time gives some back.
  vi.spyOn(performance, 'now').mockReturnValue(0)
  const handlers = createHandlers(idleJobs(freshDatabase()))
  const asking = page('https://hostile.example/')
  const paperIds = Array.from({ length: lookUpLimit }, (_, index) => nth(index + 1))
  for (let asked = 0; asked < lookUpAllowance.most; asked += lookUpLimit) {
    await handlers.lookUp({ paperIds }, 'some id', asking)
  }
  const ask = async () => handlers.readTagsAndNote({ paperId: nth(1) }, 'some id', asking)
  await expect(ask()).rejects.toThrow(/too many papers/)
})
