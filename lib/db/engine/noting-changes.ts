import type { DBCore, DBCoreMutateRequest, Middleware } from 'dexie'

/*
 * Each write to a table of the user's leaves a row in `changes`, in the same transaction: a worker that is killed
 * right after it has nothing to remember. It is done below Dexie, so that no code that writes can leave it out.
 */

/**
 * @param tables of which each row that is written or removed is noted, by its key
 */
export function notingChanges(tables: readonly string[]): Middleware<DBCore> {
  const isNoted = (name: string) => tables.includes(name)
  return {
    stack: 'dbcore',
    name: 'notingChanges',
    create: (core) => ({
      ...core,
      transaction(stores, mode, options) {
        const isWatched = mode === 'readwrite' && stores.some(isNoted)
        const all = isWatched ? [...new Set([...stores, 'changes'])] : stores
        return core.transaction(all, mode, options)
      },
      table(name) {
        const table = core.table(name)
        if (!isNoted(name)) return table
        return {
          ...table,
          async mutate(request) {
            const result = await table.mutate(request)
            const { extractKey } = table.schema.primaryKey
            const rows = keysOf(request, extractKey).map((key) => ({ table: name, key }))
            const noted = request.type === 'deleteRange' ? [{ table: name }] : rows
            if (noted.length > 0) {
              const { trans } = request
              await core.table('changes').mutate({ type: 'add', trans, values: noted })
            }
            return result
          },
        }
      },
    }),
  }
}

function keysOf(
  request: DBCoreMutateRequest,
  extractKey: ((value: unknown) => unknown) | null,
): unknown[] {
  if (request.type === 'deleteRange') return []
  if (request.type === 'delete') return [...new Set(request.keys)]
  const keys = request.keys ?? request.values.map((value) => extractKey?.(value))
  return [...new Set(keys)]
}
