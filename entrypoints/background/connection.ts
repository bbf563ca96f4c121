import * as z from 'zod/mini'

/** What the browser tells of the connection, where it does: Firefox tells neither. */
const hints = z.object({
  saveData: z.optional(z.boolean()),
  type: z.optional(z.string()),
})

/** Whether there is a connection, and whether data is dear: the user wants to save it, or it is a telephone's. */
export function connection(): { readonly isOnline: boolean; readonly isMetered: boolean } {
  const given = 'connection' in navigator ? navigator.connection : undefined
  const { data } = hints.safeParse(given)
  return {
    isOnline: navigator.onLine,
    isMetered: data?.saveData === true || data?.type === 'cellular',
  }
}
