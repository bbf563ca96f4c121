import * as z from 'zod/mini'
import { type Entry, type EntryChange, entryLimits, statuses } from '../entry'
import { list, paperId, type SchemaOfEach, text, time } from './values'

const status = z.enum(statuses)

/** More than the user can write at once: notes of entries that became one stand one after the other. */
export const entrySchema: z.ZodMiniType<Entry> = z.object({
  paperId,
  status: z.exactOptional(status),
  statusAt: z.exactOptional(time),
  tags: list(text(200), 1_000),
  note: text(1_000_000),
  createdAt: time,
  updatedAt: time,
} satisfies SchemaOfEach<Entry>)

const tags = list(text(entryLimits.tag), entryLimits.tags)

/** The fields of what changes an entry. */
export const entryChangeFields = {
  status: z.exactOptional(z.nullable(status)),
  addTags: z.exactOptional(tags),
  removeTags: z.exactOptional(tags),
  note: z.exactOptional(text(entryLimits.note)),
} satisfies SchemaOfEach<EntryChange>
