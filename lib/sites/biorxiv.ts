import { doiPaperId } from '../papers/paper-id'
import { pathOf } from './address'
import type { Site } from './site'

/** The DOI, and right behind it the version and the form: `/content/10.1101/2020.01.02.123456v3.full.pdf`. */
const page = /\/(10\.(?:1101|64898)\/[\d.]*\d)(?:v\d+)?(?:[./].*)?$/
/** Before there were versions: `/content/biorxiv/early/2016/08/02/067496.full.pdf`. */
const earlyPage = /\/early\/\d{4}\/\d\d\/\d\d\/([\d.]*\d)(?:v\d+)?(?:[./].*)?$/

/** bioRxiv and medRxiv. */
export const bioRxiv: Site = {
  id: 'biorxiv',
  hosts: ['www.biorxiv.org', 'biorxiv.org', 'www.medrxiv.org', 'medrxiv.org'],
  identify(url) {
    const path = pathOf(url)
    const early = earlyPage.exec(path)?.[1]
    return doiPaperId(early === undefined ? (page.exec(path)?.[1] ?? '') : `10.1101/${early}`)
  },
}
