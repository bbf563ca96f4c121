import { type Browser, browser } from 'wxt/browser'
import { changeSettingInTurn } from '../../lib/db/settings/change-setting-in-turn'
import { changeSettings } from '../../lib/db/settings/settings'
import { i18n } from '../../lib/i18n'
import { broadcast } from '../../lib/messaging/broadcast'
import { siteAt } from '../../lib/settings/site-switches'
import { addressesOfPapers, identify } from '../../lib/sites'
import { accesses } from '../../lib/sites/accesses'
import { saveFromOutside } from './follow-change'
import { inBackground } from './in-background'
import type { Jobs } from './jobs'

/*
 * Saving a paper from where no script of ours runs: the browser's own viewer of PDFs, a link on any page. The
 * browser hands over the address, and only that is looked at.
 */

const menus = { page: 'save-page', link: 'save-link', site: 'mark-site' } as const
const commands = { save: 'save-paper', tag: 'tag-paper' } as const

/** To be called in the worker's first turn. */
export function listenForSaves(jobs: Jobs): void {
  const save = (address: string | undefined) => inBackground(saveAddress(jobs, address))
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, pageUrl }, tab) => {
    if (menuItemId === menus.link) save(linkUrl)
    if (menuItemId === menus.page) save(pageUrl)
    // Without waiting for anything: the browser asks for a permission only in the turn of the user's click.
    if (menuItemId === menus.site) inBackground(askForSite(jobs, tab?.url ?? pageUrl))
  })
  browser.commands.onCommand.addListener(async (command, tab) => {
    const [active] = tab ? [tab] : await browser.tabs.query({ active: true, currentWindow: true })
    if (command === commands.save) save(active?.url)
    if (command === commands.tag) inBackground(editTags(jobs, active))
  })
}

/** The browser keeps menus from one start of the worker to the next, so they are made when Dogear is installed. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll()
  const title = i18n.t('menu.save')
  browser.contextMenus.create({
    id: menus.page,
    title,
    contexts: ['page'],
    documentUrlPatterns: [...addressesOfPapers],
  })
  browser.contextMenus.create({
    id: menus.link,
    title,
    contexts: ['link'],
    targetUrlPatterns: [...addressesOfPapers],
  })
  browser.contextMenus.create({
    id: menus.site,
    title: i18n.t('menu.markSite'),
    contexts: ['action'],
  })
}

/** Asks the browser to let Dogear mark links on this site. The listener for permissions registers the scripts. */
async function askForSite({ db, siteAccess }: Jobs, address: string | undefined): Promise<void> {
  if (address === undefined || !address.startsWith('https://')) return
  const origins = [`${new URL(address).origin}/*`]
  if (!(await browser.permissions.request({ origins }))) return
  const access = siteAt(accesses, address)
  if (access === undefined) return
  const switchOn = (off: readonly string[]) =>
    off.includes(access.id) ? off.filter((id) => id !== access.id) : undefined
  await changeSettingInTurn(db, 'sitesOff', switchOn, async (changes) => {
    await changeSettings(db, changes)
    await siteAccess.update()
  })
}

/**
 * Lets the user write tags: in the bar of the page where there is one, else in the popup, which also opens
 * where no script of ours runs.
 */
async function editTags(jobs: Jobs, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const { id, url } = tab ?? {}
  if (url === undefined || identify(url) === undefined) return jobs.badge.flash('?')
  if (id !== undefined && (await broadcast({ name: 'editTags' }, id))) return
  const popup = await browser.action.getPopup({})
  await browser.action.setPopup({ popup: `${popup}?edit=tags` })
  try {
    await browser.action.openPopup()
  } finally {
    await browser.action.setPopup({ popup })
  }
}

/** Saves the paper that an address is about, and says on the badge how that went. */
async function saveAddress(jobs: Jobs, address: string | undefined): Promise<void> {
  const paperId = address === undefined ? undefined : identify(address)
  if (paperId === undefined) return jobs.badge.flash('?')
  try {
    await saveFromOutside(jobs, paperId)
    await jobs.badge.flash('✓')
  } catch (error) {
    await jobs.badge.flash('!')
    throw error
  }
}
