import { noPaper, type Site } from './site'

/** Read-mes, issues, discussions and comments; what stands around them is navigation (seen June 2026). */
export const github: Site = {
  id: 'github',
  hosts: ['github.com', 'gist.github.com'],
  identify: noPaper,
  layout: { within: '.markdown-body' },
}
