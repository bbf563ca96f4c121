import * as z from 'zod/mini'
import { isDay } from '../day'
import { latestTime, limits } from '../limits'
import { isPaperId, type PaperId } from '../paper-id'

/*
 * How values from outside are checked, for messages, backups and files alike. What needs these schemas carries Zod
 * with it: never the scripts in pages.
 */

export const paperId = z.custom<PaperId>(isPaperId)

/** Milliseconds since the epoch. */
export const time = z.number().check(z.nonnegative(), z.maximum(latestTime))

/** `YYYY-MM-DD` */
export const day = z.string().check(z.refine(isDay))

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
export const partOfDay = z
  .string()
  .check(z.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))
  .check(z.refine((part) => isDay(`${part}-01-01`.slice(0, 10))))

export const text = (length: number) => z.string().check(z.maxLength(length))

export const list = <T extends z.ZodMiniType>(item: T, length: number) =>
  z.readonly(z.array(item).check(z.maxLength(length)))

export const webAddress = z.url({ protocol: /^https?$/ }).check(z.maxLength(limits.address))

/** One schema for each field of a type, no more and no less: what is forgotten does not compile. */
export type SchemaOfEach<T> = { readonly [K in keyof T]-?: z.ZodMiniType }
