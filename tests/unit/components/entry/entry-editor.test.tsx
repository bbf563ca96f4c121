import { getByRole, queryAllByRole, waitFor } from '@testing-library/dom'
import { expect, test, vi } from 'vitest'
import { EntryEditor } from '../../../../components/entry/entry-editor'
import { editEntry } from '../../../../lib/db/entries/entries'
import { i18n } from '../../../../lib/i18n'
import type { Entry, EntryChange } from '../../../../lib/papers/entry'
import { freshDatabase, nth } from '../../db/samples'
import { expectAccessible, show } from '../render'

const entry = (fields: Partial<Entry> = {}): Entry => ({
  paperId: nth(1),
  tags: [],
  note: '',
  createdAt: 1,
  updatedAt: 1,
  ...fields,
})

function editing(of: Entry | undefined, focus?: 'status' | 'tags' | 'note') {
  const onChange = vi.fn(async (_change: EntryChange) => true)
  const screen = show(<EntryEditor entry={of} focus={focus} onChange={onChange} />)
  const tagField = () =>
    getByRole<HTMLInputElement>(screen.element, 'combobox', { name: i18n.t('edit.newTag') })
  return { ...screen, onChange, tagField }
}

test.each([
  ['of a paper without an entry', undefined],
  [
    'of a paper that is being read, with tags and a note',
    entry({ status: 'reading', tags: ['to cite', 'speech'], note: 'Section 3' }),
  ],
])('%s', async (_name, of) => {
  const { element } = editing(of)
  await expectAccessible(element)
})

test('a status is chosen, and its own is taken back', async () => {
  const { element, user, onChange } = editing(entry({ status: 'reading' }))
  const status = (name: string) => getByRole(element, 'button', { name })
  expect(status(i18n.t('status.reading')).getAttribute('aria-pressed')).toBe('true')
  await user.click(status(i18n.t('status.read')))
  await user.click(status(i18n.t('status.reading')))
  expect(onChange.mock.calls).toEqual([[{ status: 'read' }], [{ status: null }]])
})

test('tags are typed, with Enter or a comma after each, and several at once are parted', async () => {
  const { user, onChange, tagField } = editing(undefined, 'tags')
  expect(document.activeElement).toBe(tagField())
  await user.keyboard('to cite,speech{Enter}{Enter}')
  await user.paste('one, two ,, three')
  await user.tab()
  expect(onChange.mock.calls).toEqual([
    [{ addTags: ['to cite'] }],
    [{ addTags: ['speech'] }],
    [{ addTags: ['one', 'two', 'three'] }],
  ])
  expect(tagField().value).toBe('')
})

test('backspace takes the last tag away only where nothing is typed, and Escape what is typed', async () => {
  const { user, onChange, tagField } = editing(entry({ tags: ['a', 'b'] }), 'tags')
  await user.keyboard('x{Backspace}')
  expect(onChange).not.toHaveBeenCalled()
  await user.keyboard('{Backspace}')
  expect(onChange.mock.calls).toEqual([[{ removeTags: ['b'] }]])
  await user.keyboard('half a word{Escape}')
  expect(tagField().value).toBe('')
  await user.tab()
  expect(onChange).toHaveBeenCalledOnce()
})

test('the focus stays in the field when the button of a tag goes', async () => {
  const { element, user, onChange, tagField } = editing(entry({ tags: ['speech'] }))
  await user.click(getByRole(element, 'button', { name: i18n.t('edit.removeTag', ['speech']) }))
  expect(onChange.mock.calls).toEqual([[{ removeTags: ['speech'] }]])
  expect(document.activeElement).toBe(tagField())
})

test('the tags of other papers complete what is typed, without those that it has', async () => {
  const db = freshDatabase()
  for (const [n, tag] of ['speech', 'vision'].entries()) {
    await editEntry(db, { paperId: nth(n + 2), addTags: [tag] }, n)
  }
  const { element, user } = show(
    <EntryEditor entry={entry({ tags: ['vision'] })} onChange={async () => true} />,
    db,
  )
  await user.click(getByRole(element, 'combobox', { name: i18n.t('edit.newTag') }))
  await waitFor(() =>
    expect([...element.querySelectorAll('option')].map(({ value }) => value)).toEqual(['speech']),
  )
})

test('a note opens behind its button, is stored when it is left, and Escape goes back to the button', async () => {
  const { element, user, onChange } = editing(entry({ note: 'Section 3' }))
  expect(queryAllByRole(element, 'textbox', { name: i18n.t('edit.note') })).toEqual([])
  await user.click(getByRole(element, 'button', { name: '“Section 3”' }))
  const field = getByRole<HTMLTextAreaElement>(element, 'textbox', { name: i18n.t('edit.note') })
  expect(document.activeElement).toBe(field)
  await user.keyboard(' is wrong')
  await user.keyboard('{Escape}')
  expect(onChange.mock.calls).toEqual([[{ note: 'Section 3 is wrong' }]])
  expect(document.activeElement?.textContent).toBe('“Section 3 is wrong”')
})
