import { browser } from 'wxt/browser'
import { editEntry, getEntries } from '../../lib/db/entries'
import { i18n } from '../../lib/i18n'
import { addressesOfPapers, identify } from '../../lib/sites'
import type { Jobs } from './jobs'

/*
 * Saving a paper from where no script of ours runs: the browser's own viewer of PDFs, a link on any page. The
 * browser hands over the address, and only that is looked at.
 */

const menus = { page: 'save-page', link: 'save-link' } as const
const saveCommand = 'save-paper'

/** How long the badge tells that it worked or not, in milliseconds. */
const answerDuration = 2_000

/** To be called in the worker's first turn. */
export function listenForSaves(jobs: Jobs): void {
  const save = (address: string | undefined) => void saveAddress(jobs, address)
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl, pageUrl }) => {
    if (menuItemId === menus.link) save(linkUrl)
    if (menuItemId === menus.page) save(pageUrl)
  })
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command !== saveCommand) return
    const [active] = tab ? [tab] : await browser.tabs.query({ active: true, currentWindow: true })
    save(active?.url)
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
}

/**
 * Saves the paper that an address is about, unless the user has given it a status already, and fetches what
 * there is to know about it.
 */
async function saveAddress(jobs: Jobs, address: string | undefined): Promise<void> {
  const paperId = address === undefined ? undefined : identify(address)
  if (paperId === undefined) return answer(jobs, '?')
  const { db } = jobs
  const before = (await getEntries(db, [paperId])).get(paperId)
  if (before?.status === undefined || before.status === 'hidden') {
    await editEntry(db, { paperId, status: 'saved' }, Date.now())
  }
  await Promise.all([answer(jobs, '✓'), jobs.announce([paperId]), jobs.completePaper(paperId)])
}

/** Where nothing of ours is on the screen but the toolbar button, that says whether it worked. */
async function answer(jobs: Jobs, text: string): Promise<void> {
  await browser.action.setBadgeText({ text })
  setTimeout(() => void jobs.updateBadge(), answerDuration)
}
