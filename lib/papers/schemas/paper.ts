import * as z from 'zod/mini'
import { limits } from '../limits'
import type { Code, Listing, Paper } from '../paper'
import { day, list, paperId, partOfDay, type SchemaOfEach, text, webAddress } from './values'

const code = z.object({
  url: webAddress,
  stars: z.exactOptional(z.number()),
} satisfies SchemaOfEach<Code>)

const listing = z.object({
  source: text(100),
  day,
  rank: z.number(),
} satisfies SchemaOfEach<Listing>)

const fields = {
  id: paperId,
  aliases: list(paperId, limits.aliases),
  title: text(limits.title),
  authors: list(text(limits.author), limits.authors),
  organization: z.exactOptional(text(limits.author)),
  organizationHandle: z.exactOptional(text(limits.handle)),
  submitterHandle: z.exactOptional(text(limits.handle)),
  publishedOn: z.exactOptional(partOfDay),
  venue: z.exactOptional(text(limits.venue)),
  aiSummary: z.exactOptional(text(limits.summary)),
  keywords: list(text(limits.keyword), limits.keywords),
  votes: z.exactOptional(z.number()),
  comments: z.exactOptional(z.number()),
  code: z.exactOptional(code),
  projectUrl: z.exactOptional(webAddress),
  pdfUrl: z.exactOptional(webAddress),
  thumbnailUrl: z.exactOptional(webAddress),
  listed: z.exactOptional(listing),
  origin: z.enum(['source', 'page']),
} satisfies SchemaOfEach<Paper>

/** A paper as it is stored, and as backups and files have it. */
export const paperSchema: z.ZodMiniType<Paper> = z.object(fields)

/** What somebody outside says who has more than a few other names for a paper is not believed. */
const toldNames = list(paperId, 20)
const toldTitle = text(limits.title).check(z.minLength(1))

const { listed: _listed, ...toldFields } = fields

/** A paper as a source tells it, that is not stored yet. In which lists it is, only the lists say. */
export const toldPaperSchema = z.object({ ...toldFields, aliases: toldNames, title: toldTitle })

const {
  organization: _organization,
  organizationHandle: _organizationHandle,
  submitterHandle: _submitterHandle,
  aiSummary: _aiSummary,
  votes: _votes,
  comments: _comments,
  thumbnailUrl: _thumbnailUrl,
  ...pageFields
} = toldFields

/** A paper as its own page tells it: nothing that only a source of lists can know. */
export const pagePaperSchema = z.object({
  ...pageFields,
  aliases: toldNames,
  title: toldTitle,
  code: z.exactOptional(z.object({ url: webAddress })),
  origin: z.literal('page'),
})

export const abstractSchema = text(limits.abstract)
