// Before Dexie, which looks for a database once, when it is loaded.
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'

/*
 * A write outside of `db.transaction` is not seen by `lib/db/engine/room.ts`, and a full disk can cost everything. So in each
 * test a write of ours outside of one throws. What a test writes by itself, to have something there, may be alone.
 */

const single = ['add', 'put', 'update', 'upsert', 'delete', 'clear']
const bulk = ['bulkAdd', 'bulkPut', 'bulkUpdate', 'bulkDelete']

Dexie.addons.push((db) => {
  const { Table, Collection } = db as unknown as Record<string, { prototype: object }>
  refuseAlone(Table?.prototype, [...single, ...bulk])
  refuseAlone(Collection?.prototype, ['modify', 'delete'])
})

type Method = (this: unknown, ...given: unknown[]) => unknown

function refuseAlone(prototype: object | undefined, names: readonly string[]): void {
  for (const name of names) {
    const write = Reflect.get(prototype ?? {}, name) as Method
    Object.assign(prototype ?? {}, {
      [name](...given: unknown[]) {
        if (Dexie.currentTransaction === null && isOurs(callerOf())) {
          throw new Error(`${name} outside of db.transaction`)
        }
        return write.apply(this, given)
      },
    } satisfies Record<string, Method>)
  }
}

/** The line of the stack that called Dexie. */
function callerOf(): string {
  const lines = new Error().stack?.split('\n').slice(1) ?? []
  return lines.find((line) => !/writes-in-transactions|node_modules/.test(line)) ?? ''
}

function isOurs(line: string): boolean {
  return /\/(lib|components|entrypoints)\//.test(line)
}
