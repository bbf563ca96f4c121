import * as z from 'zod/mini'
import { type Entry, type EntryChange, statuses } from '../entry'
import { entryLimits } from '../limits'
import { list, paperId, type SchemaOfEach, text, time } from './values'

const status = z.enum(statuses)

const tags = list(text(entryLimits.tag).check(z.minLength(1)), entryLimits.tags)
const note = text(entryLimits.note)

export const entrySchema: z.ZodMiniType<Entry> = z.object({
  paperId,
  status: z.exactOptional(status),
  statusAt: z.exactOptional(time),
  tags,
  note,
  createdAt: time,
  updatedAt: time,
} satisfies SchemaOfEach<Entry>)

/** The fields of what changes an entry. */
export const entryChangeFields = {
  status: z.exactOptional(z.nullable(status)),
  addTags: z.exactOptional(tags),
  removeTags: z.exactOptional(tags),
  note: z.exactOptional(note),
} satisfies SchemaOfEach<EntryChange>
