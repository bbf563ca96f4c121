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
    ['https://scholar.google.com/scholar_lookup?arxiv_id=2401.12345', 'arxiv:2401.12345'],
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
})

describe('the paper that an address is about, site by site', () => {
  test.each([
    ['https://cn.arxiv.org/abs/2401.12345', 'arxiv:2401.12345'],
    ['https://de.arxiv.org/pdf/2401.12345v3.pdf', 'arxiv:2401.12345'],
    ['http://xxx.lanl.gov/abs/2401.12345', 'arxiv:2401.12345'],
    ['https://browse.arxiv.org/html/2401.12345v1', 'arxiv:2401.12345'],
    ['https://arxiv.org/format/2401.12345', 'arxiv:2401.12345'],
    ['https://arxiv.org/src/2401.12345v2/anc/data.csv', 'arxiv:2401.12345'],
    ['https://arxiv.org/e-print/2401.12345', 'arxiv:2401.12345'],
    ['https://arxiv.org/tb/2401.12345', 'arxiv:2401.12345'],
    ['https://arxiv.org/bibtex/2401.12345', 'arxiv:2401.12345'],
    ['https://alphaxiv.org/abs/2401.12345', 'arxiv:2401.12345'],
    ['https://www.alphaxiv.org/pdf/2401.12345v2', 'arxiv:2401.12345'],
    ['https://www.alphaxiv.org/audio/2401.12345', 'arxiv:2401.12345'],
    ['https://www.alphaxiv.org/resources/2401.12345?tab=code', 'arxiv:2401.12345'],
    ['https://www.alphaxiv.org/fr/overview/2401.12345', 'arxiv:2401.12345'],
    ['https://ar5iv.labs.arxiv.org/html/2401.12345', 'arxiv:2401.12345'],
    ['https://ar5iv.org/abs/2401.12345v1', 'arxiv:2401.12345'],
    ['https://scirate.com/arxiv/2401.12345', 'arxiv:2401.12345'],
    ['https://papers.cool/arxiv/2401.12345?utm_source=feed', 'arxiv:2401.12345'],
    ['https://www.arxiv-vanity.com/papers/2401.12345/', 'arxiv:2401.12345'],
    ['https://www.connectedpapers.com/api/redirect/arxiv/2401.12345', 'arxiv:2401.12345'],
    ['https://www.emergentmind.com/papers/2401.12345', 'arxiv:2401.12345'],
    ['https://huggingface.co/papers/2401.12345?utm_medium=mail#community', 'arxiv:2401.12345'],
    ['https://www.semanticscholar.org/arxiv/2401.12345', 'arxiv:2401.12345'],
    ['https://api.semanticscholar.org/arXiv:2401.12345', 'arxiv:2401.12345'],
    ['https://api.semanticscholar.org/graph/v1/paper/ARXIV:2401.12345', 'arxiv:2401.12345'],
    ['https://ui.adsabs.harvard.edu/abs/arXiv:2401.12345/abstract', 'arxiv:2401.12345'],
    ['https://ui.adsabs.harvard.edu/abs/2024arXiv240112345D/abstract', 'arxiv:2401.12345'],
    ['https://inspirehep.net/api/arxiv/2401.12345', 'arxiv:2401.12345'],
    ['https://dblp.org/rec/journals/corr/abs-2401-12345.html', 'arxiv:2401.12345'],
    ['https://doi.org/10.48550/ARXIV.2401.12345', 'arxiv:2401.12345'],
    ['http://arxiv.org/PS_cache/math/pdf/0309/0309136v1.pdf', 'arxiv:math/0309136'],
    ['https://www.alphaxiv.org/abs/math/0309136', 'arxiv:math/0309136'],
  ])('arXiv and its mirrors: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    ['https://openreview.net/forum?id=H1kjdOYlx&noteId=abcdef', 'openreview:H1kjdOYlx'],
    [
      'https://openreview.net/forum?referrer=%5BAuthor%20Console%5D&id=H1kjdOYlx#discussion',
      'openreview:H1kjdOYlx',
    ],
    [
      'https://openreview.net/attachment?id=H1kjdOYlx&name=supplementary_material',
      'openreview:H1kjdOYlx',
    ],
    ['https://openreview.net/revisions?id=H1kjdOYlx', 'openreview:H1kjdOYlx'],
  ])('OpenReview: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    ['https://aclanthology.org/P18-1206/', 'acl:P18-1206'],
    ['https://www.aclanthology.org/P18-1206.bib', 'acl:P18-1206'],
    ['https://aclanthology.org/attachments/P18-1206.Notes.pdf', 'acl:P18-1206'],
    ['http://aclweb.org/anthology/P18-1206', 'acl:P18-1206'],
    ['http://www.aclweb.org/anthology-new/P/P18/P18-1206.pdf', 'acl:P18-1206'],
    ['https://aclanthology.info/papers/P18-1206/p18-1206', 'acl:P18-1206'],
    ['https://doi.org/10.18653/v1/P18-1206', 'acl:P18-1206'],
    ['https://api.semanticscholar.org/graph/v1/paper/ACL:P18-1206', 'acl:P18-1206'],
    ['https://aclanthology.org/2024.FINDINGS-ACL.12/', 'acl:2024.findings-acl.12'],
    ['https://aclanthology.org/2024.findings-acl.12v2.pdf', 'acl:2024.findings-acl.12'],
    ['https://aclanthology.org/2024.findings-acl.12.xml', 'acl:2024.findings-acl.12'],
  ])('the ACL Anthology: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    [
      'https://proceedings.neurips.cc/paper_files/paper/2020/hash/0123456789abcdef0123456789abcdef-Abstract.html',
      'neurips:2020/0123456789abcdef0123456789abcdef',
    ],
    [
      'https://proceedings.neurips.cc/paper/2020/hash/0123456789ABCDEF0123456789ABCDEF-Abstract-Conference.html',
      'neurips:2020/0123456789abcdef0123456789abcdef',
    ],
    [
      'https://papers.nips.cc/paper/2020/file/0123456789abcdef0123456789abcdef-Paper.pdf',
      'neurips:2020/0123456789abcdef0123456789abcdef',
    ],
    [
      'https://papers.neurips.cc/paper_files/paper/2020/file/0123456789abcdef0123456789abcdef-Supplemental-Conference.pdf',
      'neurips:2020/0123456789abcdef0123456789abcdef',
    ],
    [
      'https://proceedings.nips.cc/paper_files/paper/2020/file/0123456789abcdef0123456789abcdef-Reviews.html',
      'neurips:2020/0123456789abcdef0123456789abcdef',
    ],
    [
      'https://datasets-benchmarks-proceedings.neurips.cc/paper/2020/hash/0123456789abcdef0123456789abcdef-Abstract-round1.html',
      'neurips:2020/0123456789abcdef0123456789abcdef',
    ],
    ['https://papers.nips.cc/paper/1234-small-nets-for-all', 'neurips:1234-small-nets-for-all'],
    ['https://papers.nips.cc/paper/1234-small-nets-for-all.pdf', 'neurips:1234-small-nets-for-all'],
    [
      'http://papers.nips.cc/paper/1234-small-nets-for-all-supplemental.zip',
      'neurips:1234-small-nets-for-all',
    ],
  ])('NeurIPS: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    ['https://proceedings.mlr.press/v97/doe19a.html', 'pmlr:v97/doe19a'],
    ['https://proceedings.mlr.press/v97/doe19a', 'pmlr:v97/doe19a'],
    ['http://proceedings.mlr.press/v97/doe19a.pdf', 'pmlr:v97/doe19a'],
    ['https://proceedings.mlr.press/v97/doe19a/doe19a-supp.pdf', 'pmlr:v97/doe19a'],
    ['http://www.jmlr.org/proceedings/papers/v97/doe19a.html', 'pmlr:v97/doe19a'],
    [
      'https://raw.githubusercontent.com/mlresearch/v97/main/assets/doe19a/doe19a.pdf',
      'pmlr:v97/doe19a',
    ],
    ['https://proceedings.mlr.press/r3/roe-doe01b.html', 'pmlr:r3/roe-doe01b'],
    ['https://jmlr.org/papers/v20/18-598.html', 'jmlr:v20/18-598'],
    ['https://www.jmlr.org/papers/volume20/18-598/18-598.pdf', 'jmlr:v20/18-598'],
    ['https://jmlr.csail.mit.edu/papers/v20/18-598.html', 'jmlr:v20/18-598'],
    ['http://jmlr.org/papers/v20/18-598.bib', 'jmlr:v20/18-598'],
  ])('PMLR and JMLR: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    [
      'https://openaccess.thecvf.com/content/CVPR2022/html/Doe_Small_Nets_CVPR_2022_paper.html',
      'cvf:Doe_Small_Nets_CVPR_2022',
    ],
    [
      'https://openaccess.thecvf.com/content/CVPR2022/papers/Doe_Small_Nets_CVPR_2022_paper.pdf',
      'cvf:Doe_Small_Nets_CVPR_2022',
    ],
    [
      'https://openaccess.thecvf.com/content/CVPR2022/supplemental/Doe_Small_Nets_CVPR_2022_supplemental.pdf',
      undefined,
    ],
    [
      'https://openaccess.thecvf.com/content_CVPRW_2020/html/w28/Doe_Small_Nets_CVPRW_2020_paper.html',
      'cvf:Doe_Small_Nets_CVPRW_2020',
    ],
    [
      'https://openaccess.thecvf.com/content/CVPR2022W/NTIRE/papers/Doe_Small_Nets_CVPRW_2022_paper.pdf',
      'cvf:Doe_Small_Nets_CVPRW_2022',
    ],
    [
      'http://openaccess.thecvf.com/content_cvpr_2015/html/Doe_Small_Nets_2015_CVPR_paper.html',
      'cvf:Doe_Small_Nets_2015_CVPR',
    ],
  ])('CVF: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    ['https://www.roboticsproceedings.org/rss19/p001.html', 'doi:10.15607/rss.2023.xix.001'],
    ['http://roboticsproceedings.org/rss19/p001.pdf', 'doi:10.15607/rss.2023.xix.001'],
    ['https://www.roboticsproceedings.org/rss06/p34.html', 'doi:10.15607/rss.2010.vi.034'],
    ['https://www.roboticsproceedings.org/rss01/p02.pdf', 'doi:10.15607/rss.2005.i.002'],
    ['https://www.roboticsproceedings.org/rss40/p123.html', 'doi:10.15607/rss.2044.xl.123'],
    ['https://www.roboticsproceedings.org/rss00/p01.html', undefined],
    ['https://www.roboticsproceedings.org/rss19/index.html', undefined],
    ['https://www.roboticsproceedings.org/rss19/authors.html', undefined],
    ['https://www.roboticsproceedings.org/rss19/p1.html', undefined],
  ])('Robotics: Science and Systems: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    ['https://www.ijcai.org/proceedings/2019/123', 'ijcai:2019/123'],
    ['https://ijcai.org/proceedings/2019/0123.pdf', 'ijcai:2019/123'],
    ['https://www.ijcai.org/Proceedings/2019/123/', 'ijcai:2019/123'],
    ['https://static.ijcai.org/proceedings-ijcai/2019/0123.pdf', 'ijcai:2019/123'],
    ['https://doi.org/10.24963/ijcai.2019/123', 'ijcai:2019/123'],
    ['https://www.ijcai.org/Proceedings/15/Papers/012.pdf', 'ijcai:2015/12'],
    ['https://www.ijcai.org/Abstract/15/012', 'ijcai:2015/12'],
    ['https://ojs.aaai.org/index.php/AAAI/article/view/12345', 'aaai:AAAI/12345'],
    ['https://ojs.aaai.org/index.php/AAAI/article/view/12345/12123', 'aaai:AAAI/12345'],
    ['https://ojs.aaai.org/index.php/aaai/article/download/12345/12123', 'aaai:AAAI/12345'],
    ['https://www.aaai.org/ocs/index.php/WS/AAAIW15/paper/view/12345', 'aaai:WS/AAAIW15/12345'],
    [
      'https://aaai.org/ocs/index.php/WS/AAAIW15/paper/viewFile/12345/9876',
      'aaai:WS/AAAIW15/12345',
    ],
    [
      'https://www.isca-archive.org/interspeech_2020/doe20b_interspeech.html',
      'isca:interspeech_2020/doe20b_interspeech',
    ],
    [
      'https://www.isca-archive.org/interspeech_2020/doe20b_interspeech.pdf',
      'isca:interspeech_2020/doe20b_interspeech',
    ],
    [
      'https://www.isca-speech.org/archive/interspeech_2020/doe20b_interspeech.html',
      'isca:interspeech_2020/doe20b_interspeech',
    ],
    [
      'https://www.isca-speech.org/archive/pdfs/interspeech_2020/doe20b_interspeech.pdf',
      'isca:interspeech_2020/doe20b_interspeech',
    ],
    ['https://www.usenix.org/conference/osdi24/presentation/doe', 'usenix:osdi24/doe'],
    [
      'https://www.usenix.org/conference/osdi14/technical-sessions/presentation/doe',
      'usenix:osdi14/doe',
    ],
  ])('IJCAI, AAAI, ISCA and USENIX: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v3',
      'doi:10.1101/2020.01.02.123456',
    ],
    [
      'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v3.full.pdf+html',
      'doi:10.1101/2020.01.02.123456',
    ],
    [
      'https://www.biorxiv.org/content/biorxiv/early/2020/01/02/2020.01.02.123456.full.pdf',
      'doi:10.1101/2020.01.02.123456',
    ],
    [
      'https://www.medrxiv.org/content/10.1101/2020.01.02.123456v1.full-text',
      'doi:10.1101/2020.01.02.123456',
    ],
    ['https://medrxiv.org/content/10.1101/2020.01.02.123456', 'doi:10.1101/2020.01.02.123456'],
    ['https://doi.org/10.1101/2020.01.02.123456', 'doi:10.1101/2020.01.02.123456'],
    ['https://www.biorxiv.org/content/early/2016/08/02/067496', 'doi:10.1101/067496'],
    [
      'https://www.biorxiv.org/content/10.64898/2026.01.02.123456v2.full',
      'doi:10.64898/2026.01.02.123456',
    ],
    [
      'https://chemrxiv.org/engage/chemrxiv/article-details/0123456789abcdef01234567',
      'chemrxiv:0123456789abcdef01234567',
    ],
    [
      'https://chemrxiv.org/doi/full/10.26434/chemrxiv-2021-abcde-v2',
      'doi:10.26434/chemrxiv-2021-abcde',
    ],
    ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1234567', 'ssrn:1234567'],
    [
      'https://papers.ssrn.com/sol3/Delivery.cfm/paper.pdf?abstractid=1234567&mirid=1',
      'ssrn:1234567',
    ],
    ['https://ssrn.com/abstract=1234567', 'ssrn:1234567'],
    ['https://doi.org/10.2139/ssrn.1234567', 'ssrn:1234567'],
    ['https://hal.science/hal-01234567v2/document', 'hal:hal-01234567'],
    ['https://inria.hal.science/hal-01234567', 'hal:hal-01234567'],
    ['https://hal.archives-ouvertes.fr/tel-01234567/file/thesis.pdf', 'hal:tel-01234567'],
    ['https://zenodo.org/record/1234567', 'doi:10.5281/zenodo.1234567'],
    ['https://zenodo.org/records/1234567/files/paper.pdf?download=1', 'doi:10.5281/zenodo.1234567'],
  ])('preprint servers: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    ['https://www.nature.com/articles/s41586-024-00001-2', 'doi:10.1038/s41586-024-00001-2'],
    ['https://www.nature.com/articles/s41586-024-00001-2.pdf', 'doi:10.1038/s41586-024-00001-2'],
    [
      'https://www.nature.com/articles/s41586-024-00001-2_reference.pdf',
      'doi:10.1038/s41586-024-00001-2',
    ],
    [
      'https://www.nature.com/articles/s41586-024-00001-2/figures/1',
      'doi:10.1038/s41586-024-00001-2',
    ],
    ['https://www.nature.com/articles/ncomms12345', 'doi:10.1038/ncomms12345'],
    ['https://www.nature.com/articles/nature20101', 'doi:10.1038/nature20101'],
    ['https://www.nature.com/articles/sdata201699', 'doi:10.1038/sdata.2016.99'],
    ['https://www.nature.com/articles/nprot.2006.52', 'doi:10.1038/nprot.2006.52'],
    [
      'https://www.nature.com/nature/journal/v500/n7461/full/nature12345.html',
      'doi:10.1038/nature12345',
    ],
    [
      'https://link.springer.com/article/10.1007/s12345-024-00001-2',
      'doi:10.1007/s12345-024-00001-2',
    ],
    [
      'https://link.springer.com/article/10.1007%2Fs12345-024-00001-2',
      'doi:10.1007/s12345-024-00001-2',
    ],
    [
      'https://link.springer.com/content/pdf/10.1007/s12345-024-00001-2.pdf',
      'doi:10.1007/s12345-024-00001-2',
    ],
    [
      'https://link.springer.com/chapter/10.1007/978-3-031-00001-2_7',
      'doi:10.1007/978-3-031-00001-2_7',
    ],
    [
      'https://a-journal.biomedcentral.com/articles/10.1186/s12345-024-00001-2',
      'doi:10.1186/s12345-024-00001-2',
    ],
    ['https://dl.acm.org/doi/10.1145/1234567.1234568', 'doi:10.1145/1234567.1234568'],
    ['https://dl.acm.org/doi/abs/10.1145/1234567.1234568', 'doi:10.1145/1234567.1234568'],
    ['https://dl.acm.org/doi/fullHtml/10.1145/1234567.1234568', 'doi:10.1145/1234567.1234568'],
    [
      'https://dl.acm.org/doi/suppl/10.1145/1234567.1234568/suppl_file/more.zip',
      'doi:10.1145/1234567.1234568',
    ],
    ['https://www.science.org/doi/10.1126/science.abc1234', 'doi:10.1126/science.abc1234'],
    ['https://science.org/doi/epdf/10.1126/science.abc1234', 'doi:10.1126/science.abc1234'],
    ['https://onlinelibrary.wiley.com/doi/full/10.1002/abc.12345', 'doi:10.1002/abc.12345'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/abc.12345/abstract', 'doi:10.1002/abc.12345'],
    [
      'https://a-society.onlinelibrary.wiley.com/doi/epdf/10.1002/abc.12345?download=true',
      'doi:10.1002/abc.12345',
    ],
    ['https://www.pnas.org/doi/full/10.1073/pnas.1234567890', 'doi:10.1073/pnas.1234567890'],
    [
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.1234567',
      'doi:10.1371/journal.pone.1234567',
    ],
    [
      'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.1234567&type=printable',
      'doi:10.1371/journal.pone.1234567',
    ],
    [
      'https://journals.plos.org/plosone/article/figure?id=10.1371/journal.pone.1234567.g002',
      'doi:10.1371/journal.pone.1234567',
    ],
    [
      'https://www.frontiersin.org/articles/10.3389/fabc.2022.123456/full',
      'doi:10.3389/fabc.2022.123456',
    ],
    [
      'https://www.frontiersin.org/journals/a-journal/articles/10.3389/fabc.2022.123456/pdf',
      'doi:10.3389/fabc.2022.123456',
    ],
    ['https://www.mdpi.com/2072-666X/3/S1/32', 'mdpi:2072-666X/3/s1/32'],
    ['https://www.mdpi.com/2072-666x/3/s1/32/htm', 'mdpi:2072-666X/3/s1/32'],
    [
      'https://academic.oup.com/journal/advance-article/doi/10.1093/journal/abc123/7654321?login=false',
      'doi:10.1093/journal/abc123',
    ],
    ['https://academic.oup.com/journal/article/12/3/456/7654321', 'oup:journal/12/3/456/7654321'],
    [
      'https://academic.oup.com/journal/article-abstract/12/3/456/7654321?redirectedFrom=fulltext',
      'oup:journal/12/3/456/7654321',
    ],
    [
      'https://iopscience.iop.org/article/10.1088/0022-3727/34/10/311/meta',
      'doi:10.1088/0022-3727/34/10/311',
    ],
    [
      'https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.122.145901',
      'doi:10.1103/physrevlett.122.145901',
    ],
    [
      'https://link.aps.org/doi/10.1103/PhysRevLett.122.145901',
      'doi:10.1103/physrevlett.122.145901',
    ],
    ['https://pubs.acs.org/doi/abs/10.1021/ab123456%2B', 'doi:10.1021/ab123456+'],
    ['https://pubs.acs.org/action/showCitFormats?doi=10.1021%2Fab123456', 'doi:10.1021/ab123456'],
    ['https://pubs.rsc.org/en/content/articlehtml/2022/dd/d2dd00001k', 'doi:10.1039/d2dd00001k'],
    ['https://elifesciences.org/articles/12345?utm_source=alert', 'doi:10.7554/elife.12345'],
    ['https://peerj.com/articles/1234/', 'doi:10.7717/peerj.1234'],
    ['https://ieeexplore.ieee.org/document/1234567/', 'ieee:1234567'],
    ['https://ieeexplore.ieee.org/abstract/document/1234567', 'ieee:1234567'],
    [
      'https://ieeexplore.ieee.org/document/1234567/citations?tabFilter=papers#citations',
      'ieee:1234567',
    ],
    ['https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=1234567&tag=1', 'ieee:1234567'],
    ['https://ieeexplore.ieee.org/xpl/articleDetails.jsp?arnumber=01234567', 'ieee:1234567'],
    ['https://ieeexplore.ieee.org/ielx7/12/34/01234567.pdf', 'ieee:1234567'],
    [
      'https://www.sciencedirect.com/science/article/pii/S0022460X72904348',
      'pii:S0022460X72904348',
    ],
    [
      'https://www.sciencedirect.com/science/article/abs/pii/s0022460x72904348#bib5',
      'pii:S0022460X72904348',
    ],
    [
      'https://www.sciencedirect.com/science/article/pii/S0022460X72904348/pdfft?md5=1&pid=2',
      'pii:S0022460X72904348',
    ],
    ['https://linkinghub.elsevier.com/retrieve/pii/S0022460X72904348', 'pii:S0022460X72904348'],
    [
      'https://reader.elsevier.com/reader/sd/pii/S0022460X72904348?token=1',
      'pii:S0022460X72904348',
    ],
    ['https://www.cell.com/a-journal/fulltext/S0022-460X(72)90434-8', 'pii:S0022460X72904348'],
    [
      'https://www.thelancet.com/journals/lancet/article/PIIS0022-460X(72)90434-8/fulltext',
      'pii:S0022460X72904348',
    ],
    ['https://pos.sissa.it/299/005/pdf', 'pos:299/005'],
  ])('publishers: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    ['https://pubmed.ncbi.nlm.nih.gov/12345678/', 'pmid:12345678'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/12345678?dopt=Abstract', 'pmid:12345678'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/?term=12345678', 'pmid:12345678'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/12345678/', 'pmid:12345678'],
    ['https://europepmc.org/article/MED/12345678', 'pmid:12345678'],
    ['https://europepmc.org/abstract/med/12345678', 'pmid:12345678'],
    ['https://api.semanticscholar.org/graph/v1/paper/PMID:12345678', 'pmid:12345678'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/', 'pmcid:PMC1234567'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/pdf/name.pdf', 'pmcid:PMC1234567'],
    ['https://www.ncbi.nlm.nih.gov/labs/pmc/articles/pmc1234567/', 'pmcid:PMC1234567'],
    [
      'http://www.pubmedcentral.nih.gov/articlerender.fcgi?artid=1234567&rendertype=abstract',
      'pmcid:PMC1234567',
    ],
    ['https://europepmc.org/article/PMC/PMC1234567', 'pmcid:PMC1234567'],
    ['https://europepmc.org/articles/PMC1234567', 'pmcid:PMC1234567'],
    [
      'https://www.semanticscholar.org/paper/Small-Nets-for-All-Doe-Roe/0123456789abcdef0123456789abcdef01234567',
      's2:0123456789abcdef0123456789abcdef01234567',
    ],
    [
      'https://www.semanticscholar.org/paper/Small%3A-Nets-Doe/0123456789ABCDEF0123456789ABCDEF01234567?p2df',
      's2:0123456789abcdef0123456789abcdef01234567',
    ],
    [
      'https://www.semanticscholar.org/paper/0123456789abcdef0123456789abcdef01234567/figure/1',
      's2:0123456789abcdef0123456789abcdef01234567',
    ],
    [
      'https://www.semanticscholar.org/reader/0123456789abcdef0123456789abcdef01234567',
      's2:0123456789abcdef0123456789abcdef01234567',
    ],
    [
      'https://api.semanticscholar.org/graph/v1/paper/0123456789abcdef0123456789abcdef01234567',
      's2:0123456789abcdef0123456789abcdef01234567',
    ],
    ['https://api.semanticscholar.org/CorpusID:12345678', 's2corpus:12345678'],
    ['https://api.semanticscholar.org/graph/v1/paper/DOI:10.1000/182', 'doi:10.1000/182'],
    ['https://dblp.org/rec/conf/iclr/DoeR19', 'dblp:conf/iclr/DoeR19'],
    ['https://dblp.org/rec/conf/iclr/DoeR19.html?view=bibtex', 'dblp:conf/iclr/DoeR19'],
    ['https://dblp.uni-trier.de/rec/bibtex/conf/iclr/DoeR19.bib', 'dblp:conf/iclr/DoeR19'],
    ['https://paperswithcode.com/paper/small-nets-for-all', 'pwc:small-nets-for-all'],
    ['https://paperswithcode.com/paper/Small-Nets-for-All/review/', 'pwc:small-nets-for-all'],
    [
      'https://ui.adsabs.harvard.edu/abs/2023A%26ARv..31....1A/abstract',
      'bibcode:2023A&ARv..31....1A',
    ],
    ['https://inspirehep.net/literature/1234567', 'inspire:1234567'],
  ])('catalogues: %s is %s', (address, id) => {
    expect(identify(address)).toBe(id)
  })

  test.each([
    'https://blog.arxiv.org/abs/2401.12345',
    'https://arxiv.org.evil.example/abs/2401.12345',
    'https://www.alphaxiv.org/explore',
    'https://www.alphaxiv.org/2401.12345',
    'https://papers.cool/arxiv/cs.CL',
    'https://openreview.net/references/pdf?id=H1kjdOYlx',
    'https://openreview.net/search?term=H1kjdOYlx',
    'https://aclanthology.org/events/acl-2018/',
    'https://aclanthology.org/2020.acl-main.0/',
    'https://papers.nips.cc/paper_files/paper/2020',
    'https://proceedings.neurips.cc/paper/2009',
    'https://proceedings.neurips.cc/papers/search?q=nets',
    'https://proceedings.mlr.press/v97/',
    'https://proceedings.mlr.press/v97/index.html',
    'https://raw.githubusercontent.com/doe/v97/main/assets/doe19a/doe19a.pdf',
    'https://jmlr.org/papers/v20/',
    'https://jmlr.org/papers/v20/index.html',
    'https://openaccess.thecvf.com/CVPR2020?day=2020-06-16',
    'https://openaccess.thecvf.com/content/CVPR2022/html/Doe_paper.html',
    'https://www.ijcai.org/proceedings/2019/',
    'https://www.ijcai.org/proceedings/2019/0',
    'https://ojs.aaai.org/index.php/AAAI/issue/view/123',
    'https://www.isca-archive.org/interspeech_2020/index.html',
    'https://www.usenix.org/conference/osdi24',
    'https://www.biorxiv.org/collection/neuroscience',
    'https://chemrxiv.org/engage/chemrxiv/public-dashboard',
    'https://www.nature.com/nature/volumes/596',
    'https://www.nature.com/articles/1234567',
    'https://www.nature.com/search?q=nets',
    'https://link.springer.com/book/10.1007/978-3-031-00001-2',
    'https://link.springer.com/content/pdf/10.1007/978-3-031-00001-2.pdf',
    'https://link.springer.com/journal/10922/2/1/page/1',
    'https://dl.acm.org/toc/journal/2016/24/1',
    'https://pubs.acs.org/doi/book/10.1021/guide',
    'https://onlinelibrary.wiley.com/doi/book/10.1002/9781444390124',
    'https://wiley.com/doi/10.1002/abc.12345',
    'https://evilonlinelibrary.wiley.com/doi/10.1002/abc.12345',
    'https://evil.wiley.com/doi/10.1002/abc.12345',
    'https://journals.plos.org/search?id=10.1371/journal.pone.1234567',
    'https://www.mdpi.com/2072-666X/3/1',
    'https://academic.oup.com/book/12345',
    'https://ieeexplore.ieee.org/xpl/tocresult.jsp?isnumber=1234567',
    'https://ieeexplore.ieee.org/document/0',
    'https://www.sciencedirect.com/science/article/pii/1234',
    'https://www.sciencedirect.com/book/9780123694683/a-book',
    'https://pubmed.ncbi.nlm.nih.gov/?term=nets',
    'https://pubmed.ncbi.nlm.nih.gov/trending/',
    'https://www.ncbi.nlm.nih.gov/pubmed?term=nets',
    'https://www.ncbi.nlm.nih.gov/pmc/?term=nets',
    'https://www.ncbi.nlm.nih.gov/books/NBK12345/',
    'https://www.semanticscholar.org/author/X/1234567',
    'https://api.semanticscholar.org/constructor:1',
    'https://api.semanticscholar.org/graph/v1/author/1234567',
    'https://dblp.org/pid/k/Doe.html',
    'https://dblp.org/rec/conf/iclr/2019.html',
    'https://paperswithcode.com/method/vae',
    'https://paperswithcode.com/paper',
    'https://zenodo.org/search?q=nets',
    'https://ui.adsabs.harvard.edu/abs/2020conf.....1....B/toc',
    'https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=12345',
    'https://hal.science/search/index?q=nets',
    'https://medihal.archives-ouvertes.fr/medihal-00772952v1',
  ])('%s is about none', (address) => {
    expect(identify(address)).toBeUndefined()
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
