import { doiPaperId } from '../papers/paper-id'
import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** Before an article has pages: `/journal/advance-article/doi/10.1093/journal/abc123/7654321`. */
const withDoi = /\/doi\/(10\.\d+\/.+?)(?:\/\d{5,}(?:\/.*)?)?\/?$/
/** Volume, issue, page and number: `/journal/article/12/3/456/7654321`. */
const article =
  /^\/([\w-]+)\/article(?:-abstract)?\/([\w-]+)\/([\w-]+)\/([\w.-]+)\/(\d+)(?:\/.*)?$/i

/** Oxford University Press. */
export const oxford: Site = {
  id: 'oxford',
  hosts: ['academic.oup.com'],
  identify(url) {
    const path = pathOf(url)
    const doi = withDoi.exec(path)?.[1]
    return doi === undefined ? paperIdIn(path, 'oup', article) : doiPaperId(doi)
  },
}
