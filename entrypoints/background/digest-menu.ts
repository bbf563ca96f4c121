import { browser } from 'wxt/browser'
import { i18n } from '../../lib/i18n'
import { openDigest } from './notifications'

const menu = 'open-digest'

/** To be called in the worker's first turn. */
export function listenForDigestMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === menu) void openDigest()
  })
}

/** To be called after the other menus are made: making them removes all menus that there were. */
export function createDigestMenu(): void {
  browser.contextMenus.create({ id: menu, title: i18n.t('digest.open'), contexts: ['action'] })
}
