import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** Proceedings of Science: the conference and the number, `/299/005/pdf`. */
export const pos: Site = {
  id: 'pos',
  matches: [],
  hosts: ['pos.sissa.it'],
  identify: (url) => paperIdIn(pathOf(url), 'pos', /^\/(\d+)\/(\d+)(?:\/.*)?$/),
}
