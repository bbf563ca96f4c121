import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { once } from './once'

/**
 * The language of everything that Dogear says, for `lang` and for `Intl`: `en`, `en-GB`, `zh-CN`.
 *
 * The messages name their own language, because a browser in a language without messages gets the English
 * ones and does not say so. The browser's own tag is better where it means the same language and script: it
 * also says how the region writes a day.
 */
export const language = once((): string => {
  const ofMessages = i18n.t('extension.language')
  const ofBrowser = browser.i18n.getUILanguage()
  return scriptOf(ofBrowser) === scriptOf(ofMessages) ? ofBrowser : ofMessages
})

/** "en-Latn", "zh-Hans" */
function scriptOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize()
  return `${language}-${script}`
}
