import { inLowerCase, paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** The page and every file of a paper, such as reviews: `/paper_files/paper/2020/file/{hash}-Supplemental.pdf`. */
const file = /^\/(?:paper_files\/)?paper\/(\d{4})\/(?:hash|file)\/([\da-f]{32})(?![\da-f])/i
/** How papers were named until 2020: `/paper/1234-title-of-the-paper.pdf`. */
const oldFile = /^\/paper\/(\d+-[a-z\d-]+?)(?:(?:-supplemental)?\.\w+|\/.*)?$/i

export const neurips: Site = {
  id: 'neurips',
  hosts: [
    'proceedings.neurips.cc',
    'papers.neurips.cc',
    'papers.nips.cc',
    'proceedings.nips.cc',
    'datasets-benchmarks-proceedings.neurips.cc',
  ],
  identify(url) {
    const path = pathOf(url)
    return (
      paperIdIn(path, 'neurips', file, inLowerCase) ??
      paperIdIn(path, 'neurips', oldFile, inLowerCase)
    )
  },
}
