import { doiPaperId } from '../papers/paper-id'
import type { Site } from './site'

export const doi: Site = {
  id: 'doi',
  hosts: ['doi.org', 'dx.doi.org', 'www.doi.org'],
  identify: (url) => doiPaperId(url.href),
}
