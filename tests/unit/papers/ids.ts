import fc from 'fast-check'
import {
  aclPaperId,
  arxivPaperId,
  doiPaperId,
  openReviewPaperId,
  type PaperId,
} from '../../../lib/papers/paper-id'

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-']

const arxivText = fc
  .tuple(fc.integer({ min: 7, max: 40 }), fc.integer({ min: 1, max: 12 }), fc.nat(99_999))
  .map(([year, month, number]) => `${two(year)}${two(month)}.${String(number).padStart(5, '0')}`)
const oldArxivText = fc
  .tuple(
    fc.constantFrom('hep-th', 'math.GT', 'cs'),
    fc.integer({ min: 9201, max: 9212 }),
    fc.nat(999),
  )
  .map(([archive, month, number]) => `${archive}/${month}${String(number).padStart(3, '0')}`)
const doiText = fc.string({ unit: 'binary' }).map((suffix) => `10.1234/${suffix}`)
const openReviewText = fc.string({
  unit: fc.constantFrom(...letters),
  minLength: 5,
  maxLength: 20,
})
const aclText = fc
  .tuple(fc.constantFrom('2024.acl-long.', '2023.findings-emnlp.', 'P18-1', 'W04-2'), fc.nat(999))
  .map(([start, number]) =>
    start.endsWith('.') ? `${start}${number}` : `${start}${String(number).padStart(3, '0')}`,
  )

/** Any paper id, in canonical form because it was made by the functions that make them. */
export const anyPaperId: fc.Arbitrary<PaperId> = fc
  .oneof(
    arxivText.map(arxivPaperId),
    oldArxivText.map(arxivPaperId),
    doiText.map(doiPaperId),
    openReviewText.map(openReviewPaperId),
    aclText.map(aclPaperId),
  )
  .filter((id) => id !== undefined)

function two(number: number): string {
  return String(number).padStart(2, '0')
}
