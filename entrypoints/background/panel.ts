import { browser } from 'wxt/browser'
import { hasPanel, openPanel } from '../../lib/browser/side-panel'
import { i18n } from '../../lib/i18n'
import { inBackground } from './in-background'

/*
 * The side panel is opened by the popup, by the menu of the toolbar button and by a key that the user may choose.
 */

const menu = 'open-panel'
const command = 'open-panel'

/** To be called in the worker's first turn. */
export function listenForPanel(): void {
  // Without waiting for anything: the browser opens the panel only in the turn of the user's click.
  const open = (windowId: number | undefined) => {
    inBackground(openPanel(windowId))
  }
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === menu) open(tab?.windowId)
  })
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === command) open(tab?.windowId)
  })
}

/** To be called after the other menus are made: making them removes all menus that there were. */
export function createPanelMenu(): void {
  if (!hasPanel()) return
  browser.contextMenus.create({ id: menu, title: i18n.t('panel.open'), contexts: ['action'] })
}
