import { paperIdIn, pathOf } from './address'
import type { Site } from './site'

/** `/proceedings/2024/233`, and its PDF with a number of four digits. */
const file = /^\/proceedings(?:-ijcai)?\/(\d{4})\/0*(\d+)(?:\.pdf)?\/?$/i
/** Until 2016: `/Proceedings/15/Papers/012.pdf`, `/Abstract/15/012`. */
const oldFile =
  /^\/(?:proceedings\/(?=\d\d\/papers)|abstract\/)(\d\d)\/(?:papers\/)?0*(\d+)(?:\.pdf)?$/i

export const ijcai: Site = {
  id: 'ijcai',
  hosts: ['ijcai.org', 'www.ijcai.org', 'static.ijcai.org'],
  // Known as of 2025, not captured.
  layout: { row: '.paper_wrapper', title: '.title' },
  screen: { title: 'h1', authors: '.proceedings-detail h2' },
  identify(url) {
    const path = pathOf(url)
    return (
      paperIdIn(path, 'ijcai', file) ?? paperIdIn(path, 'ijcai', oldFile, (name) => `20${name}`)
    )
  },
}
