import { expect, test } from 'vitest'
import { editEntry } from '../../../lib/db/entries/entries'
import { storePaper } from '../../../lib/db/papers/papers'
import { noteCompletionFailure, startCompletion } from '../../../lib/db/states/completions'
import { readThisPage } from '../../../lib/queries/this-page'
import { freshDatabase, id, nth, paper } from '../db/samples'

test('a paper that nobody has heard of is its name', async () => {
  expect(await readThisPage(freshDatabase(), nth(1))).toEqual({
    paperId: nth(1),
    paper: undefined,
    entry: undefined,
    names: [],
    completion: undefined,
  })
})

test('a paper is found by any of its names, and the others are told', async () => {
  const db = freshDatabase()
  const doi = id('doi:10.1000/182')
  await storePaper(db, { paper: paper(nth(1), { aliases: [doi] }), abstract: '' })
  await editEntry(db, { paperId: nth(1), status: 'read' }, 5)
  const byAlias = await readThisPage(db, doi)
  expect(byAlias).toMatchObject({ paperId: doi, paper: { id: nth(1) }, entry: { status: 'read' } })
  expect(byAlias.names).toEqual([nth(1)])
  expect((await readThisPage(db, nth(1))).names).toEqual([doi])
})

test('it is told that a paper is being fetched, and how often that failed', async () => {
  const db = freshDatabase()
  await editEntry(db, { paperId: nth(1), status: 'saved' }, 5)
  await startCompletion(db, nth(1), 5)
  expect((await readThisPage(db, nth(1))).completion).toMatchObject({ failures: 0 })
  await noteCompletionFailure(db, nth(1), { code: 'offline', message: '' }, 10)
  expect((await readThisPage(db, nth(1))).completion).toMatchObject({ failures: 1 })
})
