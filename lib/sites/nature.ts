import { doiPaperId, type PaperId } from '../papers/paper-id'
import { pathOf } from './address'
import type { Site } from './site'

/** `/articles/s41586-024-00001-2.pdf`, `/articles/s41586-024-00001-2/figures/1`. */
const article = /^\/articles\/([^/]+?)(?:(?:_reference)?\.e?pdf|\.ris)?(?:\/.*)?$/i
/** How articles were addressed until 2016: `/nature/journal/v500/n7461/full/nature12345.html`. */
const oldArticle = /^\/\w+\/journal\/v\d+\/n\w+\/(?:full|abs|pdf)\/([^/]+?)\.(?:html|pdf)$/i
/** Of `leu.2015.12` the address has no dots. Three journals count on without a year: `ncomms12345`. */
const withoutDots = /^(?!(?:nature|ncomms|srep)\d)([a-z]+)((?:19|20)\d\d)(\d{1,3})$/i

export const nature: Site = {
  id: 'nature',
  hosts: ['www.nature.com', 'nature.com'],
  identify(url): PaperId | undefined {
    const path = pathOf(url)
    const name = article.exec(path)?.[1] ?? oldArticle.exec(path)?.[1] ?? ''
    // A bare number is what is left of a DOI that names the journal, and the address doesn't.
    if (/^\d{7}$/.test(name)) return undefined
    return doiPaperId(`10.1038/${name.replace(withoutDots, '$1.$2.$3')}`)
  },
}
