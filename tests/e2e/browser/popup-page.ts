import type { Locator, Page } from '@playwright/test'
import { type Extension, expect } from './extension'

/*
 * The popup as a test reads it, in a tab of its own or as the side panel. What is over the list, such as the search, has
 * rows of its own, which are not among these.
 */

/** The papers of the list, in their order, without headings of days and what is left out. */
export function rowsOf(popup: Page): Locator {
  return popup.locator('.popup > main .paper-row')
}

/** @param index from 0 */
export function titleAt(popup: Page, index: number): Locator {
  return rowsOf(popup).nth(index).locator('.paper-title')
}

/** The row that keys are for. */
export function currentRow(popup: Page): Locator {
  return popup.locator('.popup > main .paper-row[aria-current]')
}

export function savedRows(popup: Page): Locator {
  return popup.locator('.popup > main .paper-row.saved')
}

/** The corner of a row. */
export function saveButton(popup: Page, title: string): Locator {
  return popup.getByRole('button', { name: `Save: ${title}`, exact: true })
}

/** The line about what was just done, or could not be. */
export function toastOf(popup: Page): Locator {
  return popup.locator('.popup > .popup-toast')
}

/** The popup at its first paper, and the titles of today's papers. */
export async function openAtFirst(
  extension: Extension,
): Promise<{ popup: Page; titles: string[] }> {
  const { standIn } = extension
  const titles = standIn.itemsOf(standIn.today()).map(({ paper }) => oneLine(paper.title))
  const popup = await extension.popup()
  await expect(rowsOf(popup)).toHaveCount(titles.length)
  await popup.keyboard.press('j')
  await expect(currentRow(popup)).toContainText(titles[0] ?? '')
  return { popup, titles }
}

/** A text as the screen shows it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
