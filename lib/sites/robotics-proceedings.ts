import { doiPaperId } from '../papers/paper-id'
import { pathOf } from './address'
import type { Site } from './site'

/** The number of the conference and of the paper: `/rss19/p001.html`, formerly with two digits, `/rss06/p34.pdf`. */
const file = /^\/rss(\d\d)\/p(\d{2,3})\.(?:html|pdf)$/
const hosts = ['www.roboticsproceedings.org', 'roboticsproceedings.org']
/** The first conference was in 2005. */
const yearBefore = 2004

/** Robotics: Science and Systems. The DOI is made of the same numbers: `10.15607/RSS.2023.XIX.001`. */
export const roboticsProceedings: Site = {
  id: 'robotics-proceedings',
  hosts,
  // Every paper is a row of a table, with its PDF in another cell (known as of 2025, not captured).
  layout: { row: 'tr', title: 'a' },
  identify(url) {
    const [, conference, paper = ''] = file.exec(pathOf(url)) ?? []
    if (!Number(conference)) return undefined
    const year = yearBefore + Number(conference)
    return doiPaperId(`10.15607/RSS.${year}.${roman(Number(conference))}.${paper.padStart(3, '0')}`)
  },
}

/** @param number from 1 to 99 */
function roman(number: number): string {
  const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'][Math.floor(number / 10)]
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10]
  return `${tens}${ones}`
}
