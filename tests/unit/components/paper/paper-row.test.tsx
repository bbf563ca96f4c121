import { getByRole, queryByRole, waitFor } from '@testing-library/dom'
import { expect, test, vi } from 'vitest'
import { PaperRow } from '../../../../components/paper/paper-row'
import {
  type RowHandlers,
  type RowList,
  RowListProvider,
} from '../../../../components/paper/row-list'
import { storePaper } from '../../../../lib/db/papers/papers'
import { i18n } from '../../../../lib/i18n'
import type { Row } from '../../../../lib/queries/row'
import { initialLook } from '../../../../lib/settings/look'
import { freshDatabase, nth, paper } from '../../db/samples'
import { expectAccessible, show } from '../render'
import { entry } from '../samples'

const bare: Row = { paper: paper(nth(1), { title: 'On alder trees' }), entry: undefined }

function handlersOf() {
  return {
    toggleExpanded: vi.fn(),
    toggleSave: vi.fn(),
    change: vi.fn(async () => true),
    copy: vi.fn(),
    choose: vi.fn(),
    select: vi.fn(),
    onFolded: vi.fn(),
    chooseKeyword: vi.fn(),
    chooseOrganization: vi.fn(),
  } satisfies RowHandlers
}

/** A row in a list in which everything can be done. */
function showRow(
  props: Partial<Parameters<typeof Rows>[0]> = {},
  list: Partial<RowList> = {},
  db = freshDatabase(),
) {
  const handlers = handlersOf()
  const screen = show(<Rows {...props} list={{ look: initialLook, handlers, ...list }} />, db)
  const title = () => getByRole(screen.element, 'button', { name: /^(?!Save).*alder trees$/ })
  return { ...screen, handlers, title }
}

interface RowsProps extends Partial<Omit<(typeof PaperRow)['prototype']['props'], 'ref' | 'key'>> {
  list: RowList
}

function Rows({ list, ...props }: RowsProps) {
  return (
    <RowListProvider value={list}>
      <ol>
        <PaperRow row={bare} isCurrent={false} isOpen={false} {...props} />
      </ol>
    </RowListProvider>
  )
}

const rich: Row = {
  paper: paper(nth(1), {
    title: 'On alder trees',
    organization: 'Alder Institute',
    votes: 42,
    comments: 3,
    keywords: ['trees'],
    aiSummary: 'Alders grow near water.',
    code: { url: 'https://github.com/alder/trees', stars: 1_200 },
    listed: { day: '2026-07-20' },
  } as never),
  entry: entry({ status: 'reading', tags: ['to cite'], note: 'Section 3' }),
  gained: 7,
}

test.each<[string, Partial<RowsProps>]>([
  ['a paper of which little is known', {}],
  ['with all that a row can say', { row: rich, rank: 3, freshness: 'unseen' }],
  ['that has been on screen since', { freshness: 'shown' }],
  ['saved', { row: { ...bare, entry: entry({ status: 'saved' }) } }],
  ['announced again', { row: { ...bare, announced: 'replacement' } }],
  ['selected', { isSelected: true }],
  ['that is being hidden', { isFolding: true }],
  ['with an excerpt', { excerpt: <p>near water</p> }],
  ['current and open', { row: rich, isCurrent: true, isOpen: true }],
])('%s: everyone can use it', async (_name, props) => {
  const { element } = showRow(props)
  await waitFor(() => expect(element.querySelector('.paper-row')).not.toBeNull())
  await expectAccessible(element)
})

test('it says what is known and leaves out what is not', () => {
  const { element } = showRow({ row: rich, rank: 3, freshness: 'unseen' })
  for (const text of [
    'Alder Institute',
    i18n.t('status.reading'),
    '42',
    'to cite',
    'Alders grow near water.',
    '#3',
  ]) {
    expect(element.textContent).toContain(text)
  }
  expect(getByRole(element, 'img', { name: i18n.t('paper.unseen') })).toBeTruthy()
  const plain = showRow()
  expect(plain.element.textContent).not.toContain('#')
  expect(queryByRole(plain.element, 'img')).toBeNull()
})

test('its title opens it, its corner saves it, and the focus makes it the current one', async () => {
  const { user, handlers, title, element } = showRow()
  await user.click(title())
  await user.click(getByRole(element, 'button', { name: /^Save/ }))
  expect(handlers.choose).toHaveBeenCalledWith(bare)
  expect(handlers.toggleExpanded.mock.calls).toEqual([[bare]])
  expect(handlers.toggleSave.mock.calls).toEqual([[bare]])
})

test('a click with Ctrl or Shift selects it, where papers can be selected', async () => {
  const { user, handlers, title } = showRow()
  await user.keyboard('{Control>}')
  await user.click(title())
  await user.keyboard('{/Control}{Shift>}')
  await user.click(title())
  await user.keyboard('{/Shift}')
  expect(handlers.select.mock.calls).toEqual([
    [bare, 'toggle'],
    [bare, 'extend'],
  ])
  const { select: _select, ...without } = handlersOf()
  const results = showRow({}, { handlers: without })
  await results.user.keyboard('{Control>}')
  await results.user.click(results.title())
  await results.user.keyboard('{/Control}')
  expect(without.toggleExpanded).toHaveBeenCalledOnce()
})

test('an open row reads its abstract, and one that has it does not', async () => {
  const db = freshDatabase()
  await storePaper(db, { paper: bare.paper, abstract: 'Stored by the list.' })
  const { element } = showRow({ isOpen: true }, {}, db)
  await waitFor(() => expect(element.textContent).toContain('Stored by the list.'))
  const found = showRow({ isOpen: true, row: { ...bare, abstract: 'As it was found.' } }, {}, db)
  expect(found.element.textContent).toContain('As it was found.')
  expect(found.element.textContent).not.toContain('Stored by the list.')
})

test('Escape goes from a field back to the title', async () => {
  const focus = { field: 'tags', number: 1 } as const
  const { user, title, element } = showRow({ isOpen: true, isCurrent: true, focus })
  expect(document.activeElement).toBe(
    getByRole(element, 'combobox', { name: i18n.t('edit.newTag') }),
  )
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(title())
})

test('a word of the row shows the papers that have it', async () => {
  const { element, user, handlers } = showRow({ row: rich, isOpen: true })
  await user.click(getByRole(element, 'button', { name: 'trees' }))
  await user.click(getByRole(element, 'button', { name: 'Alder Institute' }))
  expect(handlers.chooseKeyword.mock.calls).toEqual([['trees']])
  expect(handlers.chooseOrganization.mock.calls).toEqual([['Alder Institute']])
})
