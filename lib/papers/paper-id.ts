import { parseArxivId } from './arxiv-id'
import { parseDoi } from './doi'

/**
 * How the field names a paper: `arxiv:2401.12345`, `doi:10.1000/182`, `openreview:H1kjdOYlx`, `acl:2024.acl-long.1`.
 * Always in canonical form (no version, DOI in lower case), so that two equal papers are two equal strings
 * and an id can be a database key.
 */
export type PaperId = `${Scheme}:${string}` & { readonly brand: 'PaperId' }

export const schemes = ['arxiv', 'doi', 'openreview', 'acl'] as const
export type Scheme = (typeof schemes)[number]
