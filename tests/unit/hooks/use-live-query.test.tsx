import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { parseHTML } from 'linkedom'
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { type Live, useLiveQuery } from '../../../lib/hooks/use-live-query'

/** Everything that a component sees of a query, in order. */
function statesOf<T>(query: () => Promise<T>): Live<T>['state'][] {
  const { document } = parseHTML('<main></main>')
  vi.stubGlobal('document', document)
  const states: Live<T>['state'][] = []
  function Reader() {
    states.push(useLiveQuery(query, []).state)
    return null
  }
  render(<Reader />, document.querySelector('main') as unknown as HTMLElement)
  return states
}

test('a query gives what it read', async () => {
  const states = statesOf(async () => 1)
  await vi.waitFor(() => expect(states).toEqual(['loading', 'ready']))
})

test('a database that could not be opened is a failure, not a wait without end', async () => {
  const states = statesOf(async () => {
    throw new Dexie.DatabaseClosedError('closed')
  })
  await vi.waitFor(() => expect(states).toEqual(['loading', 'failed']))
})
