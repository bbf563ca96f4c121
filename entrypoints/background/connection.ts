import * as z from 'zod/mini'

/** What some browsers say about the connection. Firefox says nothing. */
const hints = z.object({
  saveData: z.optional(z.boolean()),
  type: z.optional(z.string()),
})

/** Whether there is a connection, and whether data is costly: the user wants to save it, or uses a mobile network. */
export function connection(): { readonly isOnline: boolean; readonly isMetered: boolean } {
  const given = 'connection' in navigator ? navigator.connection : undefined
  const { data } = hints.safeParse(given)
  return {
    isOnline: navigator.onLine,
    isMetered: data?.saveData === true || data?.type === 'cellular',
  }
}
