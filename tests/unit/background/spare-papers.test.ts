import { expect, test } from 'vitest'
import { sparePapers } from '../../../entrypoints/background/spare-papers'
import { lookUpAllowance } from '../../../lib/messaging/limits'

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
