import { getByRole, waitFor } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { render } from 'preact'
import { useEffect } from 'preact/hooks'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { BrokenPage } from '../../../../components/page/broken-page'
import { errorReport } from '../../../../components/page/error-report'
import { Surface } from '../../../../components/page/surface'
import { i18n } from '../../../../lib/i18n'
import { freshDatabase } from '../../db/samples'
import { expectAccessible } from '../render'

const root = document.createElement('div')
document.body.append(root)
afterEach(() => render(null, root))
afterAll(() => root.remove())

function Page({ fails }: { fails: 'while drawing' | 'in an effect' }) {
  if (fails === 'while drawing') throw new TypeError('Of a paper on alder trees')
  useEffect(() => {
    throw new TypeError('Of a paper on alder trees')
  }, [])
  return <p>The list</p>
}

test.each(['while drawing', 'in an effect'] as const)(
  'a page that fails %s has a way out',
  async (fails) => {
    const user = userEvent.setup()
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
    render(
      <Surface db={freshDatabase()} Broken={BrokenPage}>
        <Page fails={fails} />
      </Surface>,
      root,
    )
    await waitFor(() => getByRole(root, 'alert'))
    await expectAccessible(root)
    await user.click(getByRole(root, 'button', { name: i18n.t('data.copyReport') }))
    await waitFor(() =>
      expect(getByRole(root, 'status').textContent).toBe(i18n.t('data.reportCopied')),
    )
    expect(await navigator.clipboard.readText()).toContain('Error: TypeError')
    await user.click(getByRole(root, 'button', { name: i18n.t('broken.reload') }))
    expect(reload).toHaveBeenCalledOnce()
  },
)

test('the report has the kind of the error and its places in our code, and nothing of what somebody reads', () => {
  const error = new TypeError('No list at /alder?tag=secret')
  error.stack = [
    'TypeError: No list at /alder?tag=secret',
    '    at PaperRow (chrome-extension://abcdef/chunks/popup-Ab1.js:1:2345)',
    'draw@moz-extension://0a1b-2c3d/chunks/popup-Ab1.js:7:89',
  ].join('\n')
  const report = errorReport(error, new URL('https://page.example/popup.html?day=secret#secret'), {
    version: '1.2.3',
    agent: 'Browser/1',
    language: 'en',
    now: Date.parse('2026-07-27T10:00:00Z'),
  })
  expect(report.split('\n')).toEqual([
    'Dogear 1.2.3',
    'Browser: Browser/1, en',
    'Time: 2026-07-27T10:00:00Z',
    'Page: /popup.html',
    'Error: TypeError',
    '  popup-Ab1.js:1:2345',
    '  popup-Ab1.js:7:89',
  ])
})

test.each(['text', undefined, { code: 1 }])('what is no error is reported too: %s', (thrown) => {
  const circumstances = { version: '1', agent: 'Browser/1', language: 'en', now: 0 }
  expect(errorReport(thrown, new URL('https://page.example/'), circumstances)).toContain('Error: ')
})
