import { describe, expect, test } from 'vitest'
import { siteAt } from '../../../lib/settings/site-switches'
import { accesses } from '../../../lib/sites/accesses'

describe('the site at an address', () => {
  test.each([
    ['https://openreview.net/forum?id=abcDEF1234', 'openreview'],
    ['https://openreview.net/', 'openreview'],
    ['https://arxiv.org/pdf/2401.12345', 'arxiv'],
    ['https://huggingface.co/models', 'huggingface'],
    ['https://dl.acm.org/doi/10.1145/1234567.1234568', 'acm'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/abc.123', 'wiley'],
    ['https://society.onlinelibrary.wiley.com/doi/10.1002/abc.123', 'wiley'],
  ])('of %s is %s', (address, id) => {
    expect(siteAt(accesses, address)?.id).toBe(id)
  })

  test.each([
    'http://openreview.net/forum?id=abcDEF1234',
    'https://openreview.net.example.org/',
    'https://notopenreview.net/',
    'https://example.org/?u=https://openreview.net/',
    'chrome://newtab/',
    'about:blank',
    'file:///tmp/2401.12345.pdf',
    'openreview.net',
    '',
  ])('there is none for %j', (address) => {
    expect(siteAt(accesses, address)).toBeUndefined()
  })
})
