import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'

const now = Date.UTC(2026, 11, 1, 12)

beforeEach(() => vi.resetModules())

/** The texts' language, and two dates as they are written. */
async function textsIn(ofBrowser: string, ofMessages: string) {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(ofBrowser)
  vi.spyOn(browser.i18n, 'getMessage').mockReturnValue(ofMessages)
  const { language, agoText, shortDayText } = await import('../../../lib/i18n')
  return [language(), shortDayText('2026-11-30'), agoText('2026-11-30', now)]
}

test.each(['de', 'ja', 'fa', 'th', 'ar', 'tr', 'pt-BR', 'zh-TW', 'zh-HK'])(
  'a browser in %s that has the English messages has English dates',
  async (ofBrowser) => {
    expect(await textsIn(ofBrowser, 'en')).toEqual(['en', 'November 30', 'yesterday'])
  },
)

test.each([
  ['en-US', 'en', 'November 30'],
  ['en-GB', 'en', '30 November'],
  ['zh-CN', 'zh-CN', '11月30日'],
  ['zh-SG', 'zh-CN', '11月30日'],
])('%s is a way to write %s: its region says how', async (ofBrowser, ofMessages, day) => {
  const texts = await textsIn(ofBrowser, ofMessages)
  expect(texts.slice(0, 2)).toEqual([ofBrowser, day])
})

test('simplified messages in a browser that writes traditional characters stay simplified', async () => {
  expect(await textsIn('zh-TW', 'zh-CN')).toEqual(['zh-CN', '11月30日', '昨天'])
})
