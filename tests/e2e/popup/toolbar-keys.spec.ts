import {
  type CommandKey,
  keysOfList,
  keysOfPaper,
  keysOfSelection,
  keysThroughRows,
} from '../../../components/list/keys'
import type { Entry } from '../../../lib/papers/entry'
import { addDays } from '../../../scripts/stand-in/days'
import { type Extension, expect, test } from '../browser/extension'
import { readStoredRow } from '../browser/stored-row'
import { openToolbarPopup } from '../browser/toolbar-popup'
import { readerOf, sendFromPopup, soon } from '../browser/toolbar-reader'

async function openList(extension: Extension) {
  const { standIn } = extension
  const items = standIn.itemsOf(standIn.today()).map(({ paper }) => paper)
  const popup = await openToolbarPopup(extension)
  const read = readerOf(popup)
  await soon(read.papers).toHaveLength(items.length)
  return { popup, read, items, ids: await read.papers() }
}

test('every key does what the list of keys says, in the popup of the toolbar button', async ({
  extension,
}) => {
  const { context, standIn, worker } = extension
  const today = standIn.today()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { popup, read, items, ids } = await openList(extension)
  const at = (index: number) => ids.at(index) ?? ''
  const rowOf = (id: string) => `[data-paper-id="${id}"]`
  const entryOf = (id: string) => async () =>
    (await worker.evaluate(readStoredRow, { table: 'entries', key: id })) as Entry | undefined
  const sources = ['hf-daily', 'arxiv:cs.CL'].map((id) => ({ id, isCounted: true }))
  await sendFromPopup(popup, 'changeSettings', { sources })
  await soon(() => read.count('.source-menu')).toBe(1)

  const goes = (from: number, to: number) => async (key: CommandKey) => {
    await read.focus(at(from))
    await popup.press(key)
    await soon(read.focused).toBe(`title of ${at(to)}`)
    await soon(read.current).toBe(at(to))
  }
  const expanded = () => read.count(`${rowOf(at(1))} [aria-expanded="true"]`)
  const setsStatus = (status: string) => async (key: CommandKey) => {
    await read.focus(at(4))
    await popup.press(key)
    await soon(entryOf(at(4))).toMatchObject({ status })
    await soon(() => read.count(`${rowOf(at(4))}.${status}`)).toBe(1)
  }
  const shows = (kind: string) => async (key: CommandKey) => {
    await popup.press(key)
    await soon(() => read.text('.period-tabs [aria-current]')).toBe(kind)
    await soon(() => read.count('main > ol > .paper-row')).toBeGreaterThan(0)
  }
  const showsDay = (day: string) => async (key: CommandKey) => {
    await popup.press(key)
    await soon(() =>
      popup.run(() => document.querySelector<HTMLInputElement>('input[type=date]')?.value),
    ).toBe(day)
    await soon(() => read.count('main > ol > .paper-row')).toBe(standIn.itemsOf(day).length)
  }
  const showsSource = (source: string) => async (key: CommandKey) => {
    await popup.press(key)
    await soon(() =>
      popup.run(() => document.querySelector<HTMLSelectElement>('.source-menu select')?.value),
    ).toBe(source)
  }
  const selects = (from: number, count: number) => async (key: CommandKey) => {
    if (from >= 0) await read.focus(at(from))
    await popup.press(key)
    await soon(() => read.count('.paper-row.selected')).toBe(count)
  }
  const withCode = ids[items.findIndex(({ githubRepo }) => githubRepo !== undefined)] ?? ''
  const codeId = withCode.replace('arxiv:', '')
  const withoutCode = ids[items.findIndex(({ githubRepo }) => githubRepo === undefined)] ?? ''
  const repository = items.find(({ id }) => id === codeId)?.githubRepo
  standIn.setPage(repository ?? '', { html: '<!doctype html><title>Code</title>' })
  const organized = items.find(({ organization }) => organization)
  const opens = (address: string | undefined) => async (key: CommandKey) => {
    await popup.close()
    const { popup: own, read: ownRead } = await openList(extension)
    await ownRead.focus(withCode)
    const opened = context.waitForEvent('page')
    await own.press(key)
    const page = await opened
    await soon(async () => page.url()).toBe(address)
    await own.gone
    await page.close()
  }

  const steps: readonly (readonly [CommandKey, (key: CommandKey) => Promise<void>])[] = [
    ['j', goes(0, 1)],
    ['ArrowDown', goes(1, 2)],
    ['k', goes(2, 1)],
    ['ArrowUp', goes(1, 0)],
    ['End', goes(0, -1)],
    [
      'Home',
      async (key) => {
        await goes(-1, 0)(key)
        await Promise.all(Array.from({ length: 12 }, () => popup.press('j')))
        await soon(read.current, 'keys that come faster than frames').toBe(at(12))
      },
    ],
    [
      ' ',
      async (key) => {
        await read.focus(at(1))
        await popup.press(key)
        await soon(expanded).toBe(1)
        await popup.press(key)
        await soon(expanded).toBe(0)
        await popup.run(() => (document.activeElement as HTMLElement).blur())
        await popup.press(key)
        await soon(expanded, 'also where nothing has the focus').toBe(1)
        await soon(() => read.text('.paper-abstract')).not.toBe('')
        await popup.press('ArrowLeft')
      },
    ],
    [
      'ArrowRight',
      async (key) => {
        await read.focus(at(1))
        await popup.press(key)
        await soon(expanded).toBe(1)
        await popup.press(key)
        await soon(expanded, 'it stays open').toBe(1)
      },
    ],
    [
      'ArrowLeft',
      async (key) => {
        await popup.press(key)
        await soon(expanded).toBe(0)
      },
    ],
    ['s', setsStatus('saved')],
    ['r', setsStatus('reading')],
    [
      'e',
      async (key) => {
        await setsStatus('read')(key)
        await popup.press(key)
        await soon(async () => (await entryOf(at(4))())?.status, 'it takes it back').toBe(undefined)
        await soon(read.news).toContain('No longer read: ')
        for (const status of ['read', 'reading', 'saved']) {
          await popup.press('z')
          await soon(entryOf(at(4))).toMatchObject({ status })
        }
        await soon(read.current, 'the row stays current').toBe(at(4))
      },
    ],
    [
      'x',
      async (key) => {
        await read.focus(at(5))
        await popup.press(key)
        await soon(entryOf(at(5))).toMatchObject({ status: 'hidden' })
        await soon(() => read.count(rowOf(at(5))), 'it folds away').toBe(0)
        await soon(read.current, 'the next is current').toBe(at(6))
      },
    ],
    [
      'z',
      async (key) => {
        await popup.press(key)
        await soon(() => read.count(rowOf(at(5)))).toBe(1)
        await soon(read.current).toBe(at(5))
        expect((await entryOf(at(5))())?.status).toBeUndefined()
      },
    ],
    [
      'Shift+z',
      async (key) => {
        await popup.press(key)
        await soon(entryOf(at(5))).toMatchObject({ status: 'hidden' })
        await soon(read.news).toContain('Redid')
        await popup.run(holdAnswer, 'undoNewest')
        await popup.press('z')
        await popup.press('End')
        await soon(read.current).toBe(at(-1))
        await popup.run(() => (globalThis as unknown as { letGo: () => void }).letGo())
        await soon(() => read.count(rowOf(at(5)))).toBe(1)
        await soon(read.news).toContain('Undid')
        expect(await read.current(), 'who has gone on stays there').toBe(at(-1))
      },
    ],
    [
      't',
      async (key) => {
        await read.focus(at(2))
        await popup.press(key)
        await soon(read.focused).toBe('New tag')
        await popup.type('kv-cache')
        await popup.press('Enter')
        await soon(entryOf(at(2))).toMatchObject({ tags: ['kv-cache'] })
        await popup.press('Escape')
        await soon(read.focused, 'the popup stays').toBe(`title of ${at(2)}`)
      },
    ],
    [
      'n',
      async (key) => {
        await popup.press(key)
        await soon(read.focused).toBe('Note')
        await popup.type('rx 2')
        await popup.press('Escape')
        await soon(entryOf(at(2)), 'in a field keys are letters').toMatchObject({ note: 'rx 2' })
        await popup.press('t')
        await soon(read.focused, 'again in the same row').toBe('New tag')
        await popup.press('Escape')
        await popup.press('ArrowLeft')
        await soon(() => read.text(`${rowOf(at(2))} .paper-tags`)).toBe('kv-cache')
      },
    ],
    [
      'y',
      async (key) => {
        await read.focus(at(0))
        await popup.press(key)
        await soon(read.news).toContain('Copied')
        expect(await popup.run(() => navigator.clipboard.readText())).toMatch(/^@\w+\{/)
      },
    ],
    [
      'w',
      async (key) => {
        await read.focus(`arxiv:${organized?.id}`)
        await popup.press(key)
        await soon(read.news).toContain(organized?.organization?.fullname)
        await soon(() => read.count('.watch-mark')).toBeGreaterThan(0)
        await popup.press(key)
        await soon(() => read.count('.watch-mark')).toBe(0)
      },
    ],
    ['v', selects(0, 1)],
    ['Shift+j', selects(-1, 2)],
    ['Shift+ArrowDown', selects(-1, 3)],
    ['Shift+k', selects(-1, 2)],
    ['Shift+ArrowUp', selects(-1, 1)],
    ['Ctrl+a', selects(-1, ids.length)],
    [
      'Escape',
      async (key) => {
        await popup.press(key)
        await soon(() => read.count('.selection-bar'), 'the popup stays').toBe(0)
      },
    ],
    [
      'g',
      async (key) => {
        const before = await read.text('.arrange-menu > button')
        await popup.press(key)
        await soon(() => read.text('.arrange-menu > button')).not.toBe(before)
        for (let press = 1; press < 5; press += 1) await popup.press(key)
        await soon(() => read.text('.arrange-menu > button'), 'round and round').toBe(before)
      },
    ],
    [
      'f',
      async (key) => {
        await popup.press(key)
        await soon(() => read.count('.arrange-panel :focus')).toBe(1)
        await popup.press(key)
        await soon(() => read.count('.arrange-panel')).toBe(0)
        await popup.press(key)
        await soon(() => read.count('.arrange-panel :focus')).toBe(1)
        await popup.press('Escape')
        await soon(() => read.count('.arrange-panel'), 'the popup stays').toBe(0)
      },
    ],
    [
      '/',
      async (key) => {
        await popup.press(key)
        await soon(read.focused).toBe('Search papers')
        await popup.press('Escape')
        await soon(() => read.count('.find'), 'the popup stays').toBe(0)
      },
    ],
    [
      '?',
      async (key) => {
        await popup.press(key)
        await soon(() => read.count('dialog.key-list[open]')).toBe(1)
        expect(await read.violations()).toEqual([])
        await popup.press('x')
        await popup.press('Escape')
        await soon(() => read.count('dialog'), 'the popup stays').toBe(0)
        expect(await read.papers(), 'keys did nothing to the list').toEqual(ids)
        await read.press('? shortcuts')
        await soon(() => read.count('dialog[open] .icon-button')).toBe(1)
        await popup.click('dialog .icon-button')
        await soon(() => read.count('dialog')).toBe(0)
      },
    ],
    ['[', showsDay(addDays(today, -1))],
    [']', showsDay(today)],
    ['}', showsSource('arxiv:cs.CL')],
    ['{', showsSource('hf-daily')],
    ['2', shows('Week')],
    ['3', shows('Month')],
    ['4', shows('Trending')],
    ['0', shows('New')],
    ['1', shows('Day')],
    ['o', opens(`https://arxiv.org/abs/${codeId}`)],
    ['p', opens(`https://arxiv.org/pdf/${codeId}`)],
    [
      'c',
      async (key) => {
        await opens(repository)(key)
        const { popup: own, read: ownRead } = await openList(extension)
        await ownRead.focus(withoutCode)
        await own.press(key)
        await soon(ownRead.news).toContain('No Code link')
        await own.close()
      },
    ],
    ['u', opens(`https://huggingface.co/papers/${codeId}`)],
  ]
  const told = [...keysThroughRows, ...keysOfSelection, ...keysOfList, ...keysOfPaper]
  const all = told.flatMap(({ keys }): readonly CommandKey[] => keys)
  expect(steps.map(([key]) => key).sort(), 'each key of the list has its step').toEqual(all.sort())
  for (const [key, step] of steps) {
    await test.step(`key ${key}`, () => step(key))
  }
})

/** Runs in the popup, so it stands alone: keeps the answer to the next message of this name back, until `letGo`. */
function holdAnswer(name: string): void {
  const { runtime } = (globalThis as unknown as { chrome: RuntimeApi }).chrome
  const send = runtime.sendMessage.bind(runtime)
  runtime.sendMessage = async (message) => {
    const answer = await send(message)
    if (message.name !== name) return answer
    runtime.sendMessage = send
    await new Promise<void>((letGo) => Object.assign(globalThis, { letGo }))
    return answer
  }
}

interface RuntimeApi {
  readonly runtime: {
    sendMessage: (message: { readonly name: string }) => Promise<unknown>
  }
}
