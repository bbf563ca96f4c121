import * as z from 'zod/mini'
import { watchLimits } from '../limits'
import type { Watch, WatchChange } from '../watch'
import { type SchemaOfEach, text, time } from './values'

const question = text(watchLimits.question)
const name = z.exactOptional(text(watchLimits.name))

export const watchSchema: z.ZodMiniType<Watch> = z.object({
  id: z.uuid(),
  question,
  name,
  createdAt: time,
  isEnabled: z.boolean(),
  notifies: z.boolean(),
} satisfies SchemaOfEach<Watch>)

/** The fields of what changes a watch. */
export const watchChangeFields = {
  question: z.exactOptional(question),
  name,
  isEnabled: z.exactOptional(z.boolean()),
  notifies: z.exactOptional(z.boolean()),
} satisfies SchemaOfEach<WatchChange>
