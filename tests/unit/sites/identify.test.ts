import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperIdAddress, parsePaperId, schemes } from '../../../lib/papers/paper-id'
import { identify, siteOf, sites } from '../../../lib/sites'
import { anyPaperIdOf, anyText } from '../papers/ids'

describe('the paper that an address is about', () => {
  test.each([
    ['https://arxiv.org/abs/2401.12345', 'arxiv:2401.12345'],
    ['HTTPS://ARXIV.ORG/ABS/2401.12345V2', 'arxiv:2401.12345'],
    ['http://export.arxiv.org/pdf/2401.12345v2.pdf#page=3', 'arxiv:2401.12345'],
    ['https://arxiv.org/html/2401.12345v1/figures/one.png', 'arxiv:2401.12345'],
    ['https://arxiv.org/abs/math%2F0309136//?utm_source=feed', 'arxiv:math/0309136'],
    ['https://arxiv.org/ftp/cs/papers/9605/9605103.pdf', 'arxiv:cs/9605103'],
    ['https://huggingface.co/papers/2401.12345#community', 'arxiv:2401.12345'],
    ['https://hf.co/papers/2401.12345/', 'arxiv:2401.12345'],
    ['https://openreview.net/pdf?id=H1kjdOYlx&name=pdf', 'openreview:H1kjdOYlx'],
    ['https://aclanthology.org/2024.acl-long.1.pdf', 'acl:2024.acl-long.1'],
    ['https://aclanthology.org/P18-1206v2.pdf', 'acl:P18-1206'],
    ['https://www.aclweb.org/anthology/papers/P/P18/P18-1206/', 'acl:P18-1206'],
    ['https://dx.doi.org/10.1000/ABC', 'doi:10.1000/abc'],
    ['https://doi.org/10.48550/arXiv.2401.12345', 'arxiv:2401.12345'],
    ['https://www.alphaxiv.org/overview/2401.12345v1', 'arxiv:2401.12345'],
    ['https://web.archive.org/web/2024id_/http://arxiv.org/abs/2401.12345', 'arxiv:2401.12345'],
    ['https://web.archive.org/web/2024/https://doi.org/10.1000/1', 'doi:10.1000/1'],
    ['https://dl.acm.org/doi/pdf/10.1145/3375627.3375832', 'doi:10.1145/3375627.3375832'],
    [
      'https://www.biorxiv.org/content/10.1101/2020.03.22.002386v3',
      'doi:10.1101/2020.03.22.002386',
    ],
  ])('%s: %s', (address, id) => {
    expect(identify(address)).toBe(id)
    expect(identify(new URL(address))).toBe(id)
  })

  test.each([
    'https://arxiv.org.example/abs/2401.12345',
    'https://notarxiv.org/abs/2401.12345',
    'https://example.org/?next=https://arxiv.org/abs/2401.12345',
    'https://arxiv.org@example.org/abs/2401.12345',
    'https://arxiv.org:8443/abs/2401.12345',
    'ftp://arxiv.org/abs/2401.12345',
    'javascript:"https://arxiv.org/abs/2401.12345"',
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org/auth/show-endorsers/1706.03762',
    'https://arxiv.org/abs/%E0%A4%A',
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers/date/2025-03-05',
    'https://huggingface.co/papers/week/2025-W10',
    'https://huggingface.co/papers/month/2025-03',
    'https://huggingface.co/papers/submit',
    'https://huggingface.co/login?next=%2Fpapers%2F2401.12345',
    'https://openreview.net/forum',
    'https://openreview.net/group?id=ICLR.cc/2024/Conference',
    'https://aclanthology.org/volumes/P18-1/',
    'https://www.aclweb.org/portal/P18-1206',
    'https://dl.acm.org/doi/proceedings/10.1145/2342541',
    'https://web.archive.org/web/2024/https://web.archive.org/web/2024/https://arxiv.org/abs/2401.12345',
    'https://blog.arxiv.org/abs/2401.12345',
    'https://arxiv.org.evil.example/abs/2401.12345',
    'https://wiley.com/doi/10.1002/abc.12345',
    'https://evilonlinelibrary.wiley.com/doi/10.1002/abc.12345',
    'https://evil.wiley.com/doi/10.1002/abc.12345',
    '/abs/2401.12345',
    'arxiv.org/abs/2401.12345',
    '',
  ])('%j is about none', (address) => {
    expect(identify(address)).toBeUndefined()
  })

  test.each(schemes)('is the one of %s whose address it is', (scheme) => {
    fc.assert(
      fc.property(anyPaperIdOf(scheme), (id) => {
        expect(identify(paperIdAddress(id))).toBe(id)
      }),
    )
  })

  test('any text is about a paper or none', () => {
    fc.assert(fc.property(anyText, (text) => isIdOrNone(identify(text))))
    fc.assert(fc.property(fc.webUrl(), (address) => isIdOrNone(identify(address))))
  })

  test('any address of a site that we know is about a paper or none', () => {
    const host = fc.constantFrom(...sites.flatMap(({ hosts }) => hosts), 'web.archive.org')
    const start = fc.constantFrom(
      '',
      'abs/',
      'papers/',
      'forum?id=',
      'pdf?',
      'web/1/http://',
      '10.1234/',
      'doi/full/10.1234/',
      'paper/2020/hash/',
      'v97/',
      'document/',
      'articles/',
      'rec/conf/',
    )
    fc.assert(
      fc.property(host, start, anyText, (name, before, rest) =>
        isIdOrNone(identify(`https://${name}/${before}${rest}`)),
      ),
    )
  })

  test('a very long address is about none, and quickly so', () => {
    for (const part of ['/full', '/10.1000', 'a_', '1', '%0A/html']) {
      for (const host of [
        'dl.acm.org',
        'openaccess.thecvf.com/content',
        'proceedings.mlr.press/v1',
      ]) {
        expect(identify(`https://${host}/${part.repeat(100_000)}`)).toBeUndefined()
      }
    }
  })
})

describe('the site of an address', () => {
  test('is found by its exact host', () => {
    expect(siteOf(new URL('https://arxiv.org/list/cs.CL/recent'))?.id).toBe('arxiv')
    expect(siteOf(new URL('https://huggingface.co/models'))?.id).toBe('huggingface')
    expect(siteOf(new URL('https://www.huggingface.co.example/'))).toBeUndefined()
    expect(siteOf(new URL('file:///arxiv.org'))).toBeUndefined()
  })

  test('is found by its domain where a publisher gives each journal a host', () => {
    expect(siteOf(new URL('https://a-society.onlinelibrary.wiley.com/'))?.id).toBe('publishers')
    expect(siteOf(new URL('https://inria.hal.science/'))?.id).toBe('hal')
    expect(siteOf(new URL('https://a.b.hal.science/'))).toBeUndefined()
    expect(siteOf(new URL('https://nothal.science/'))).toBeUndefined()
  })

  test('is one: no two sites have the same id or host', () => {
    const ids = sites.map(({ id }) => id)
    const hosts = sites.flatMap((site) => site.hosts)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(hosts).size).toBe(hosts.length)
  })
})

function isIdOrNone(id: string | undefined): boolean {
  return id === undefined || parsePaperId(id) === id
}
