import type { DogearDatabase } from './database'

/** How many answers are stored. A page that asks again does so within seconds. */
const appliedLimit = 200

/**
 * Does what a message asks for, once. A page that got no answer, because the worker was stopped, sends its message
 * again and gets the answer that it would have had. To be called in the transaction that does it.
 *
 * @param id of the message, made by its sender; undefined for what nobody asks for twice
 */
export async function once<T>(
  db: DogearDatabase,
  id: string | undefined,
  apply: () => Promise<T>,
): Promise<T> {
  if (id === undefined) return apply()
  const applied = await db.applied.where('id').equals(id).first()
  if (applied !== undefined) return applied.answer as T
  const answer = await apply()
  const number = await db.applied.add({ id, answer })
  await db.applied
    .where(':id')
    .belowOrEqual(number - appliedLimit)
    .delete()
  return answer
}
