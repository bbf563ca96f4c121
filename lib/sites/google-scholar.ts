import { arxivPaperId } from '../papers/paper-id'
import type { Site } from './site'

/** A match pattern can't stand for all countries; these are the commonest ones. */
const hosts = 'com de fr co.uk ca co.jp com.hk co.in ch nl'
  .split(' ')
  .map((country) => `scholar.google.${country}`)

export const googleScholar: Site = {
  id: 'google-scholar',
  hosts,
  identify(url) {
    if (url.pathname !== '/scholar_lookup') return undefined
    return arxivPaperId(url.searchParams.get('arxiv_id') ?? '')
  },
  // A result and the file beside it, a line of a profile. What stands below a result leads to other works.
  layout: {
    within: '.gs_rt, .gs_ggs, .gsc_a_t',
    row: '.gs_r, .gsc_a_tr',
    title: '.gs_rt a, .gsc_a_at',
    addressOf: (link) => addressInProfile(link) ?? link.getAttribute('href') ?? undefined,
  },
}

/** A profile leads to pages of its own only, but writes where a preprint is: "arXiv preprint arXiv:2401.12345". */
function addressInProfile(link: Element): string | undefined {
  const line = link.closest('.gsc_a_t')?.textContent ?? ''
  const id = /\barXiv:([^\s,]+)/.exec(line)?.[1]
  return id === undefined ? undefined : `https://arxiv.org/abs/${id}`
}
