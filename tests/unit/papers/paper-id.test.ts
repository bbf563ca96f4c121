import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aclPaperId,
  arxivPaperId,
  doiPaperId,
  isPaperId,
  openReviewPaperId,
  type PaperId,
  paperIdAddress,
  paperIdOf,
  parsePaperId,
  schemes,
} from '../../../lib/papers/paper-id'
import { anyPaperId, anyPaperIdOf, anyText } from './ids'

describe('a paper id', () => {
  test('of arXiv has no version and no subject class', () => {
    expect(arxivPaperId('arXiv:math.GT/0309136v2')).toBe('arxiv:math/0309136')
    expect(arxivPaperId('cs.LG')).toBeUndefined()
  })

  test('of a DOI is in lower case', () => {
    expect(doiPaperId('https://doi.org/10.1000/ABC')).toBe('doi:10.1000/abc')
    expect(doiPaperId('10/abc')).toBeUndefined()
  })

  test('of a DOI that arXiv gave out is the arXiv id', () => {
    expect(doiPaperId('10.48550/ARXIV.2305.16311v3')).toBe('arxiv:2305.16311')
    expect(doiPaperId('10.48550/arXiv.hep-th/9901001')).toBe('arxiv:hep-th/9901001')
    expect(doiPaperId('10.48550/arxiv.other')).toBe('doi:10.48550/arxiv.other')
  })

  test.each([
    ['10.18653/v1/N18-1001', 'acl:N18-1001'],
    ['10.18653/v1/2024.acl-long.1', 'acl:2024.acl-long.1'],
    ['10.3115/v1/P14-1001', 'acl:P14-1001'],
    ['10.24963/ijcai.2019/123', 'ijcai:2019/123'],
    ['10.2139/ssrn.1234567', 'ssrn:1234567'],
  ])('of the DOI %s, made of the id on its own site, is %s', (doi, id) => {
    expect(doiPaperId(doi)).toBe(id)
  })

  test.each([
    ['10.18653/v1/P18-1', 'doi:10.18653/v1/p18-1'],
    ['10.3115/1073083.1073135', 'doi:10.3115/1073083.1073135'],
    ['10.24963/ijcai.2019', 'doi:10.24963/ijcai.2019'],
    ['10.2139/ssrn.x', 'doi:10.2139/ssrn.x'],
  ])('of the DOI %s, of a volume or in an older form, is %s', (doi, id) => {
    expect(doiPaperId(doi)).toBe(id)
  })

  test.each([
    ['10.1101/2020.03.22.002386v3', 'doi:10.1101/2020.03.22.002386'],
    ['10.64898/2026.01.02.123456v1', 'doi:10.64898/2026.01.02.123456'],
    ['10.26434/chemrxiv-2021-mjpkz-v2', 'doi:10.26434/chemrxiv-2021-mjpkz'],
    ['10.26434/chemrxiv.12345678.v1', 'doi:10.26434/chemrxiv.12345678'],
    ['10.26434/chemrxiv-2021-abcv2', 'doi:10.26434/chemrxiv-2021-abcv2'],
    ['10.1101/gad.989402', 'doi:10.1101/gad.989402'],
    ['10.1000/182v2', 'doi:10.1000/182v2'],
  ])('of the DOI %s has no version of a preprint: %s', (doi, id) => {
    expect(doiPaperId(doi)).toBe(id)
  })

  test('of arXiv is what DBLP and ADS call their records of it', () => {
    expect(paperIdOf('dblp', 'journals/corr/abs-2401-12345')).toBe('arxiv:2401.12345')
    expect(paperIdOf('dblp', 'journals/corr/abs-0704-0001')).toBe('arxiv:0704.0001')
    expect(paperIdOf('dblp', 'journals/corr/cs-CL-0205028')).toBe('arxiv:cs/0205028')
    expect(paperIdOf('dblp', 'journals/corr/abs-2413-00001')).toBe(
      'dblp:journals/corr/abs-2413-00001',
    )
    expect(paperIdOf('bibcode', '2020arXiv201207436Z')).toBe('arxiv:2012.07436')
    expect(paperIdOf('bibcode', '2010arXiv1009.1234A')).toBe('arxiv:1009.1234')
  })

  test.each([
    ['dblp', 'conf/iclr/2019'],
    ['dblp', 'conf/eccv/2018-1'],
    ['dblp', 'homepages/k/Name'],
    ['ieee', '0123'],
    ['ieee', '12a'],
    ['ijcai', '2019/0123'],
    ['ijcai', '1999/1'],
    ['jmlr', 'v20/index'],
    ['pmlr', 'V97/name19a'],
    ['pmlr', 'v97/index'],
    ['neurips', '2020'],
    ['neurips', '2020/22F791DA07B0D8A2504C2537C560001C'],
    ['pmcid', '123'],
    ['pii', 'S1234'],
    ['s2', 'abc'],
    ['hal', 'medihal-00772952'],
    ['cvf', 'Name_Title'],
    ['oup', 'journal/doi/10.1093/abc/1234567'],
  ] as const)('of %s is never %s', (scheme, name) => {
    expect(paperIdOf(scheme, name)).toBeUndefined()
  })

  test('of OpenReview keeps its case', () => {
    expect(openReviewPaperId('H1kjdOYlx')).toBe('openreview:H1kjdOYlx')
    for (const text of ['', 'abc', 'ICLR.cc/2024', 'a b c d e']) {
      expect(openReviewPaperId(text)).toBeUndefined()
    }
  })

  test('of the ACL Anthology is in its own case', () => {
    expect(aclPaperId('p18-1206')).toBe('acl:P18-1206')
    expect(aclPaperId('2024.ACL-long.12')).toBe('acl:2024.acl-long.12')
  })

  test('is not given to volumes of the ACL Anthology and their front matter', () => {
    for (const text of ['P18-1', '2020.acl-main', '2020.acl-main.0', 'P18-1000', 'W18-6300']) {
      expect(aclPaperId(text)).toBeUndefined()
    }
  })

  test('is read in canonical form only', () => {
    for (const text of [
      'arxiv:2401.12345v2',
      'arxiv:arXiv:2401.12345',
      'arXiv:2401.12345',
      'arxiv:math.GT/0309136',
      'doi:10.1000/ABC',
      'doi:10.48550/arxiv.2401.12345',
      'acl:p18-1206',
      'openreview:',
      'doi:10.24963/ijcai.2019/123',
      'doi:10.1101/2020.03.22.002386v3',
      'dblp:journals/corr/abs-2401-12345',
      'pmcid:pmc123',
      'constructor:1',
      'toString:1',
      '2401.12345',
      ':',
      '',
    ]) {
      expect(parsePaperId(text)).toBeUndefined()
      expect(isPaperId(text)).toBe(false)
    }
  })

  test('is a string', () => {
    for (const value of [undefined, null, 7, {}, ['arxiv:2401.12345']]) {
      expect(isPaperId(value)).toBe(false)
    }
    expect(isPaperId('arxiv:2401.12345')).toBe(true)
  })

  test.each([
    ['arxiv:hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001'],
    ['doi:10.1002/a<b>c#d', 'https://doi.org/10.1002/a%3Cb%3Ec%23d'],
    ['openreview:H1kjdOYlx', 'https://openreview.net/forum?id=H1kjdOYlx'],
    ['acl:P18-1206', 'https://aclanthology.org/P18-1206/'],
    ['aaai:AAAI/12345', 'https://ojs.aaai.org/index.php/AAAI/article/view/12345'],
    ['aaai:AAAI/AAAI18/12345', 'https://www.aaai.org/ocs/index.php/AAAI/AAAI18/paper/view/12345'],
    [
      'bibcode:2023A&ARv..31....1A',
      'https://ui.adsabs.harvard.edu/abs/2023A%26ARv..31....1A/abstract',
    ],
    [
      'cvf:Doe_Small_Nets_CVPR_2022',
      'https://openaccess.thecvf.com/content/CVPR2022/html/Doe_Small_Nets_CVPR_2022_paper.html',
    ],
    [
      'cvf:Doe_Small_Nets_ACCV_2020',
      'https://openaccess.thecvf.com/content/ACCV2020/html/Doe_Small_Nets_ACCV_2020_paper.html',
    ],
    [
      'cvf:Doe_Small_Nets_CVPR_2019',
      'https://openaccess.thecvf.com/content_CVPR_2019/html/Doe_Small_Nets_CVPR_2019_paper.html',
    ],
    [
      'cvf:Doe_Small_Nets_2015_CVPR',
      'https://openaccess.thecvf.com/content_cvpr_2015/html/Doe_Small_Nets_2015_CVPR_paper.html',
    ],
    [
      'cvf:Doe_Small_Nets_ECCV_2018',
      'https://openaccess.thecvf.com/content_ECCV_2018/html/Doe_Small_Nets_ECCV_2018_paper.html',
    ],
    ['ijcai:2019/123', 'https://www.ijcai.org/proceedings/2019/123'],
    ['ijcai:2015/12', 'https://www.ijcai.org/Proceedings/15/Papers/012.pdf'],
    [
      'neurips:2020/22f791da07b0d8a2504c2537c560001c',
      'https://proceedings.neurips.cc/paper_files/paper/2020/hash/22f791da07b0d8a2504c2537c560001c-Abstract.html',
    ],
    [
      'neurips:2023/22f791da07b0d8a2504c2537c560001c',
      'https://proceedings.neurips.cc/paper_files/paper/2023/hash/22f791da07b0d8a2504c2537c560001c-Abstract-Conference.html',
    ],
    ['neurips:1234-small-nets', 'https://papers.nips.cc/paper/1234-small-nets'],
    ['oup:journal/12/3/456/7654321', 'https://academic.oup.com/journal/article/12/3/456/7654321'],
    ['usenix:osdi24/doe', 'https://www.usenix.org/conference/osdi24/presentation/doe'],
  ])('%s has its page at %s', (id, address) => {
    expect(paperIdAddress(id as PaperId)).toBe(address)
  })

  test.each(schemes)(
    'of %s that was made is read as itself, and its address is a web page',
    (scheme) => {
      fc.assert(
        fc.property(anyPaperIdOf(scheme), (id) => {
          expect(parsePaperId(id)).toBe(id)
          expect(new URL(paperIdAddress(id)).protocol).toBe('https:')
        }),
      )
    },
  )

  test('is text of one scheme, which begins it', () => {
    fc.assert(
      fc.property(anyPaperId, (id) => schemes.some((scheme) => id.startsWith(`${scheme}:`))),
    )
  })

  test('is read from any text or not, and then is that text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([undefined, text]).toContain(parsePaperId(text))
      }),
    )
  })
})
