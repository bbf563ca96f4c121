import * as z from 'zod/mini'
import { isPaperId, type PaperId } from '../paper-id'

/*
 * How values from outside are checked, for messages, backups and files alike. What needs these schemas carries Zod
 * with it: never the scripts in pages.
 */

export const paperId = z.custom<PaperId>(isPaperId)

/** Milliseconds since the epoch. */
export const time = z.number().check(z.nonnegative())

/** `YYYY-MM-DD` */
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
export const partOfDay = z.string().check(z.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))

export const text = (length: number) => z.string().check(z.maxLength(length))

export const list = <T extends z.ZodMiniType>(item: T, length: number) =>
  z.readonly(z.array(item).check(z.maxLength(length)))

export const webAddress = z.url({ protocol: /^https?$/ }).check(z.maxLength(2_000))

/** One schema for each field of a type, no more and no less: what is forgotten does not compile. */
export type SchemaOfEach<T> = { readonly [K in keyof T]-?: z.ZodMiniType }
