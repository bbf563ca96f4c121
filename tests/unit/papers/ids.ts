import fc from 'fast-check'
import { type PaperId, parsePaperId, type Scheme } from '../../../lib/papers/paper-id'

/** Any text, of ASCII or of any characters, halves of pairs among them. */
export const anyText: fc.Arbitrary<string> = fc.string({
  unit: fc
    .oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff }))
    .map((code) => String.fromCodePoint(code)),
})

/** What names look like in each scheme; a few that match are none, such as months after December. */
const names: Readonly<Record<Scheme, fc.Arbitrary<string>>> = {
  arxiv: fc.oneof(
    like(/^(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}$/),
    like(/^(?:1[5-9]|[23]\d)(?:0[1-9]|1[0-2])\.\d{5}$/),
    like(/^(?:hep-th|math|cs)\/9[2-9](?:0[1-9]|1[0-2])\d{3}$/),
  ),
  doi: fc.oneof(
    anyText.map((suffix) => `10.1234/${suffix.toLowerCase()}`),
    like(/^10\.1101\/[\d.]{1,20}(?:v\d){0,2}$/),
    like(/^10\.26434\/chemrxiv[.-][a-z\d-]{1,12}(?:[.-]v\d){0,2}$/),
    like(/^10\.(?:18653\/v1\/p18-|24963\/ijcai\.20|48550\/arxiv\.)[\d/.]{1,9}$/),
  ),
  openreview: like(/^[\w-]{5,20}$/),
  acl: fc.oneof(
    like(/^[A-Z]\d\d-\d{4}$/),
    like(/^20\d\d\.[a-z\d]{3,9}-[a-z\d]{1,5}\.[1-9]\d{0,3}$/),
  ),
  aaai: fc.oneof(
    like(/^[A-Z]{4,8}\/[1-9]\d{0,5}$/),
    like(/^[A-Z]{2,6}\/[A-Z\d-]{3,8}\/[1-9]\d{4}$/),
  ),
  bibcode: like(/^[12]\d{3}[A-Za-z&.]{5}[\dA-Z.]{9}[A-Z.]$/),
  chemrxiv: like(/^[\da-f]{24}$/),
  cvf: fc.oneof(
    like(/^[A-Z][a-z]{1,8}(?:_[\w'.,()&!+-]{1,9}){1,4}_(?:CVPR|ICCV|ECCV|WACV|ACCV)W?_20[1-3]\d$/),
    like(/^[A-Z][a-z]{1,8}_[\w-]{1,9}_201[345]_(?:CVPR|ICCV)$/),
  ),
  dblp: fc.oneof(
    like(/^conf\/[a-z]{2,6}\/[A-Z][A-Za-z]{1,12}\d\d[a-z]?$/),
    like(/^journals\/[a-z]{2,6}\/[A-Z][\w+:-]{1,12}$/),
    like(/^journals\/corr\/abs-\d{4}-\d{5}$/),
  ),
  hal: like(/^(?:hal|tel|inria|halshs)-\d{8}$/),
  ieee: like(/^[1-9]\d{4,7}$/),
  ijcai: like(/^20[0-3]\d\/[1-9]\d{0,3}$/),
  inspire: like(/^[1-9]\d{3,6}$/),
  isca: like(/^[a-z]{3,12}_20\d\d\/[a-z-]{2,12}\d\d[a-z]?_[a-z]{3,12}$/),
  jmlr: like(/^v[1-9]\d?\/(?:[a-z]{2,9}\d\d[a-z]|\d\d-\d{3,4})$/),
  mdpi: like(/^\d{4}-\d{3}[\dX]\/[1-9]\d?\/[a-z\d]{1,3}\/[1-9]\d{0,4}$/),
  neurips: fc.oneof(
    like(/^(?:19[89]|20[0-3])\d\/[\da-f]{32}$/),
    like(/^[1-9]\d{0,3}-[a-z][a-z-]{1,30}$/),
  ),
  oup: like(/^[a-z]{2,9}\/[1-9]\d?\/[A-Z]?\d\/[A-Z]?\d{1,4}\/[1-9]\d{5,7}$/),
  pii: like(/^S?\d{7}[\dX]\d{7}[\dX]$/),
  pmcid: like(/^PMC[1-9]\d{3,7}$/),
  pmid: like(/^[1-9]\d{3,7}$/),
  pmlr: like(/^[vr][1-9]\d{0,2}\/[A-Za-z][a-z-]{1,12}\d\d[a-z]?$/),
  pos: like(/^\d{1,4}\/\d{3}$/),
  pwc: like(/^[a-z\d][a-z\d-]{0,40}$/),
  s2: like(/^[\da-f]{40}$/),
  s2corpus: like(/^[1-9]\d{3,9}$/),
  ssrn: like(/^[1-9]\d{3,6}$/),
  usenix: like(/^[a-z]{3,12}\d\d\/[a-z-]{2,20}$/),
}

/** Any paper id of the scheme. */
export function anyPaperIdOf(scheme: Scheme): fc.Arbitrary<PaperId> {
  return names[scheme]
    .map((name) => parsePaperId(`${scheme}:${name}`))
    .filter((id) => id !== undefined)
}

/** Any paper id. */
export const anyPaperId: fc.Arbitrary<PaperId> = fc.oneof(
  ...(Object.keys(names) as Scheme[]).map(anyPaperIdOf),
)

function like(pattern: RegExp): fc.Arbitrary<string> {
  return fc.stringMatching(pattern)
}
