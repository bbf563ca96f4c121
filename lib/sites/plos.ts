import { doiPaperId } from '../papers/paper-id'
import type { Site } from './site'

/** The DOIs of figures and tables are the paper's with a number behind: `10.1371/journal.pone.0000001.g002`. */
const part = /\.[gst]\d{3}$/

export const plos: Site = {
  id: 'plos',
  hosts: ['journals.plos.org'],
  identify(url) {
    if (!/^\/\w+\/article(?:\/|$)/.test(url.pathname)) return undefined
    return doiPaperId((url.searchParams.get('id') ?? '').replace(part, ''))
  },
}
