import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** The conference and the number, `/299/005/pdf`; formerly `/archive/conferences/299/005/CENet2017_005.pdf`. */
const page = /^(?:\/archive\/conferences)?\/(\d+)\/(\d+)(?:\/.*)?$/
/** `/299/contribution.cgi?id=299/005` */
const contribution = /\/contribution\.cgi\?id=(\d+)\/(\d+)$/

/** Proceedings of Science. */
export const pos: Site = {
  id: 'pos',
  hosts: ['pos.sissa.it'],
  identify: (url) =>
    paperIdIn(pathOf(url), 'pos', page) ?? paperIdIn(url.href, 'pos', contribution),
  layout: { row: 'tr', title: '.contrib_title' },
}
