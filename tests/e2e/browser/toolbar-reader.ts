import axe from 'axe-core'
import { expect } from './extension'
import type { ToolbarPopup } from './toolbar-popup'
import { violationsIn } from './violations'

/** Waits until what is asked is as expected; a popup answers in milliseconds. */
export const soon = <T>(ask: () => Promise<T>, message?: string) =>
  expect.poll(ask, {
    intervals: [10, 20, 40, 80, 160],
    ...(message === undefined ? {} : { message }),
  })

/**
 * What is asked of the popup of the toolbar button.
 *
 * @param place a selector of what the user is at, where the list lies below it
 */
export function readerOf(popup: ToolbarPopup, place = 'body') {
  const count = (selector: string) =>
    popup.run((wanted) => document.querySelectorAll(wanted).length, selector)
  const text = (selector: string) =>
    popup.run((wanted) => {
      const found = document.querySelector<HTMLElement>(wanted)
      return found?.textContent.replace(/\s+/g, ' ').trim() ?? ''
    }, selector)
  const texts = (selector: string) =>
    popup.run(
      (wanted) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent),
      selector,
    )
  /** The papers of rows. */
  const ids = (selector: string) =>
    popup.run(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>(wanted)].map(
          ({ dataset }) => dataset.paperId ?? '',
        ),
      selector,
    )
  return {
    count,
    text,
    texts,
    ids,
    /** The papers of the list, in their order. */
    papers: () => ids('main > ol > .paper-row'),
    /** The paper that keys are for. */
    current: () =>
      popup.run(
        (within) =>
          document.querySelector<HTMLElement>(`${within} .paper-row[aria-current]`)?.dataset
            .paperId,
        place,
      ),
    /** What has the focus, as its role and its name. */
    focused: () =>
      popup.run(() => {
        const { activeElement: one } = document
        return one?.matches('.paper-title')
          ? `title of ${one.closest<HTMLElement>('.paper-row')?.dataset.paperId}`
          : (one?.getAttribute('aria-label') ?? one?.localName)
      }),
    news: () => text(`${place} .popup-toast`),
    /** All that it says beside its papers. */
    around: () =>
      popup.run(() => {
        const copy = document.body.cloneNode(true) as HTMLElement
        for (const row of copy.querySelectorAll('.paper-row')) row.remove()
        return copy.textContent
      }),
    /** Puts the focus on the title of a paper. */
    focus: (paperId: string) =>
      popup.run(
        (within, id) =>
          document
            .querySelector<HTMLElement>(`${within} [data-paper-id="${id}"] .paper-title`)
            ?.focus(),
        place,
        paperId,
      ),
    /** Presses a button that is named so, as soon as it is there. */
    press: (name: string) =>
      soon(
        () =>
          popup.run(
            (within, wanted) => {
              const buttons = document.querySelectorAll<HTMLButtonElement>(`${within} button`)
              const named = [...buttons].find((button) =>
                (button.getAttribute('aria-label') ?? button.textContent).trim().startsWith(wanted),
              )
              if (named === undefined || named.disabled) return false
              named.click()
              return true
            },
            place,
            name,
          ),
        `the button “${name}”`,
      ).toBe(true),
    /** What axe finds, as `violationsIn` looks. */
    async violations(rules: readonly string[] = []): Promise<readonly string[]> {
      if (await popup.run(() => !('axe' in globalThis))) await popup.evaluate(axe.source)
      return popup.run(violationsIn, null, rules)
    },
  }
}

/** Sends a message to the worker, as the popup does. */
export function sendFromPopup(
  popup: ToolbarPopup,
  name: string,
  payload: object,
): Promise<unknown> {
  return popup.run(
    (message) =>
      (globalThis as unknown as { chrome: RuntimeApi }).chrome.runtime.sendMessage(message),
    { name, payload },
  )
}

interface RuntimeApi {
  readonly runtime: { sendMessage(message: object): Promise<unknown> }
}
