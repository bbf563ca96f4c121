import type { PaperId } from '../../papers/paper-id'
import { idsIn } from './ids'
import { jsonLdWitnesses } from './json-ld'
import type { MetaTags } from './meta-tags'
import { isSameTitle } from './plain-text'
import { familyWitness, otherFamilies, trustedFamilies } from './tag-families'
import type { Witness } from './witness'

/**
 * The groups of a page's tags in the order in which they are trusted, without those that name another title
 * than the first one does: they speak of something else.
 *
 * @param own the id in the page's address
 */
export function agreeingWitnesses(
  document: Document,
  tags: MetaTags,
  own: PaperId | undefined,
): Witness[] {
  const trusted = trustedFamilies.map((family) => familyWitness(tags, family))
  const described = jsonLdWitnesses(document)
  const others = otherFamilies.map((family) => familyWitness(tags, family))
  // A page can describe many papers besides its own.
  const ofThisPaper = described.filter(
    ({ ids }) => described.length === 1 || (own !== undefined && idsIn(ids).includes(own)),
  )
  const title = [...trusted, ...ofThisPaper, ...others].find((witness) => witness.title)?.title
  const agrees = (witness: Witness) => isSameTitle(witness.title ?? title ?? '', title ?? '')
  return [
    ...trusted.filter(agrees),
    ...described.filter((witness) => witness.title && agrees(witness)),
    ...others.filter(agrees),
  ]
}
