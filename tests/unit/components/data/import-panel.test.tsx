import { getByRole, queryByRole, waitFor } from '@testing-library/dom'
import { expect, test, vi } from 'vitest'
import { ImportPanel } from '../../../../components/data/import-panel'
import { exportData } from '../../../../lib/backup/export-data'
import { editEntry } from '../../../../lib/db/entries/entries'
import { countEntries } from '../../../../lib/db/entries/stored-entries'
import { i18n } from '../../../../lib/i18n'
import { freshDatabase, nth } from '../../db/samples'
import { expectAccessible, show } from '../render'

/** A file with so many saved papers. */
async function fileWith(count: number): Promise<string> {
  const db = freshDatabase()
  for (let n = 1; n <= count; n += 1) {
    await editEntry(db, { paperId: nth(n), status: 'saved', addTags: [`tag ${n}`] }, n)
  }
  return (await exportData(db, '1.2.3', 1)).text()
}

/** The panel, with a file chosen. */
async function choosing(text: string) {
  const onSave = vi.fn()
  const screen = show(<ImportPanel onSave={onSave} />)
  const field = screen.element.querySelector<HTMLInputElement>('input[type=file]')
  if (field === null) throw new Error('There is no field for a file')
  await screen.user.upload(field, new File([text], 'papers.json', { type: 'application/json' }))
  const outcome = () => screen.element.querySelector('.data-outcome')?.textContent ?? ''
  const button = (name: string) => getByRole(screen.element, 'button', { name })
  return { ...screen, onSave, outcome, button }
}

test('a file is first told of, and nothing is written', async () => {
  const { element, outcome, db } = await choosing(await fileWith(3))
  await waitFor(() => expect(outcome()).toContain('papers.json'))
  expect(outcome()).toContain(i18n.t('data.newCount', 3))
  expect(await countEntries(db)).toBe(0)
  await expectAccessible(element)
})

test('what was imported is there, and goes with one press', async () => {
  const { outcome, user, button, db } = await choosing(await fileWith(3))
  await waitFor(() => button(i18n.t('data.take')))
  await user.click(button(i18n.t('data.take')))
  await waitFor(() => button(i18n.t('popup.undo')))
  expect(await countEntries(db)).toBe(3)
  await user.click(button(i18n.t('popup.undo')))
  await waitFor(async () => expect(await countEntries(db)).toBe(0))
  await waitFor(() => button(i18n.t('journal.redo')))
  expect(outcome()).not.toBe('')
})

test('a file that is left writes nothing', async () => {
  const { element, user, button, outcome, db } = await choosing(await fileWith(1))
  await waitFor(() => button(i18n.t('data.leave')))
  await user.click(button(i18n.t('data.leave')))
  await waitFor(() => expect(outcome()).toBe(''))
  expect(await countEntries(db)).toBe(0)
  expect(queryByRole(element, 'alert')).toBeNull()
})

test('what is already there can be saved, but not imported again', async () => {
  const text = await fileWith(2)
  const { user, button, outcome, element } = await choosing(text)
  await waitFor(() => button(i18n.t('data.take')))
  await user.click(button(i18n.t('data.take')))
  await waitFor(() => button(i18n.t('popup.undo')))
  const field = element.querySelector<HTMLInputElement>('input[type=file]')
  if (field) await user.upload(field, new File([text], 'again.json', { type: 'application/json' }))
  await waitFor(() => expect(outcome()).toContain('again.json'))
  expect(queryByRole(element, 'button', { name: i18n.t('data.take') })).toBeNull()
})

test.each([
  ['no JSON', '{'],
  ['not ours', '{"format":"other"}'],
  ['of a newer version', JSON.stringify({ format: 'dogear', version: 99 })],
])('a file that is %s is refused in words', async (_name, text) => {
  const { element } = await choosing(text)
  await waitFor(() => expect(getByRole(element, 'alert').textContent).not.toBe(''))
  await expectAccessible(element)
})

test('what can not be taken is listed, by its place and field', async () => {
  const file = JSON.parse(await fileWith(2))
  file.entries[1].status = 'lost'
  const { element, outcome } = await choosing(JSON.stringify(file))
  await waitFor(() => expect(element.querySelector('details')).not.toBeNull())
  expect(outcome()).toContain('status')
  expect(outcome()).toContain(i18n.t('data.newCount', 1))
})
