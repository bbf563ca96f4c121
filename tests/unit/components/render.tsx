import { configure } from '@testing-library/dom'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { type ComponentChild, render } from 'preact'
import { expect, onTestFinished } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ToastLine } from '../../../components/controls/toast'
import { Surface } from '../../../components/page/surface'
import { createHandlers } from '../../../entrypoints/background/handlers'
import type { DogearDatabase } from '../../../lib/db/database'
import { answerMessage } from '../../../lib/messaging/handle'
import { idleJobs } from '../background/idle-jobs'
import { freshDatabase } from '../db/samples'

configure({
  // An element that is not there is told in a line; the whole page says little more.
  getElementError: (message) => new Error(message ?? ''),
  // A limit for what hangs, not for what is slow on a busy machine.
  asyncUtilTimeout: 15_000,
})

interface OnScreen {
  /** What the component is drawn into. */
  readonly element: HTMLElement
  readonly user: UserEvent
  readonly db: DogearDatabase
  /** The names of the messages that were sent to the worker. */
  readonly sent: readonly string[]
  /** Draws something else in the same place. */
  draw(node: ComponentChild): void
}

/**
 * Draws a component as a page of the extension does: with a database, a clock, toasts, and a worker that answers. It
 * goes when the test ends.
 *
 * @param db an empty one where none is given
 */
export function show(node: ComponentChild, db = freshDatabase()): OnScreen {
  const element = document.createElement('div')
  document.documentElement.lang = 'en'
  document.body.append(element)
  onTestFinished(() => {
    render(null, element)
    element.remove()
  })
  const sent: string[] = []
  const handlers = createHandlers(idleJobs(db, { syncToday: never, syncPeriod: never }))
  fakeBrowser.runtime.sendMessage = async (...given: unknown[]) => {
    const [message] = given as [{ readonly name: string }]
    sent.push(message.name)
    return answerMessage(message, 'extension', handlers)
  }
  const draw = (next: ComponentChild) =>
    render(
      <Surface db={db} Broken={Broken}>
        {next}
        <ToastLine class="toast" />
      </Surface>,
      element,
    )
  draw(node)
  return { element, user: userEvent.setup(), db, sent, draw }
}

/** A list that is asked for is on its way for as long as the component is there. */
const never = () => new Promise<never>(() => {})

/** A page breaks in a test of its own only. */
function Broken({ error }: { error: unknown }): never {
  throw error
}

/** The text of the toast. */
export function toastIn({ element }: OnScreen): string {
  return element.querySelector('.toast')?.textContent ?? ''
}

/** Nothing is on the screen that keeps anyone out, as far as that shows without a layout: colours are for the browser. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    preload: false,
    // Of a page, which a component is a part of.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual(
    [],
  )
}
