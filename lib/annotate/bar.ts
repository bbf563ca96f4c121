import type { Failure } from '../errors/result'
import type { Description } from '../messaging/protocol'
import { createEditor, type Editing, type Editor } from './editor'
import { button, element } from './element'
import { factItems } from './facts'
import { failureWords } from './failure-words'
import { groundOf, startOf } from './ground'
import { guest } from './guest'

export interface Bar {
  readonly host: HTMLElement
  show(description: Description): void
  /** In place of what could not be read. */
  showFailure(failure: Failure): void
  /** What the key for it does: saves, or takes that back. */
  save(): void
  /** Puts the cursor where a new tag is written. */
  editTags(): void
  /** Sees again whether the page is light or dark. */
  readGround(): void
  /** Goes off the page, unless there is something typed in it that can't be stored: that stays, to be copied. */
  leave(): Promise<void>
}

/**
 * The slim bar under the title on a paper's own page. It has its height before it has anything to say, so
 * that the page moves once. Its controls stay the same while what they say changes, so that the focus stays
 * where it is.
 *
 * @param title the heading that it will stand below
 */
export function createBar(title: Element, editing: Editing): Bar {
  const { host, body, style } = guest('bar', groundOf(title))
  style(`margin-inline-start:${startOf(title)}px!important`)
  const bar = element('span', 'bar')
  body.append(bar)
  const facts = element('ul', 'facts')
  const fold = element('span', 'fold')
  const summary = element('span', 'summary')
  const details = element('span', 'details')
  details.hidden = true
  let editor: Editor | undefined

  function fill({ words }: Description): Editor {
    const made = createEditor(editing, words, false)
    bar.role = 'group'
    bar.ariaLabel = words.dogear
    details.append(summary, made.alsoAs, made.copying)
    const more = button(
      'more',
      async () => {
        details.hidden = !details.hidden
        more.ariaExpanded = String(!details.hidden)
      },
      '⋯',
    )
    more.title = words.more
    more.ariaLabel = words.more
    more.ariaExpanded = 'false'
    bar.replaceChildren(
      made.status,
      ...made.openers,
      made.news,
      element('span', 'end', facts, more),
      fold,
      made.fields,
      details,
    )
    return made
  }

  return {
    host,
    show(description) {
      body.lang = description.language
      editor ??= fill(description)
      const { status, tagsText, hasNote } = description
      const items = factItems(description)
      facts.replaceChildren(...items)
      summary.textContent = description.progress ?? description.summary
      const hasEntry = status !== undefined || tagsText !== undefined || hasNote
      bar.classList.toggle('known', hasEntry || items.length > 0)
      bar.classList.toggle('editable', hasEntry)
      bar.classList.toggle('folded', status === 'saved')
      // The corner folds before the user's eyes when they save here, and just is folded otherwise.
      fold.classList.toggle('moving', editor.isOwnAction())
      editor.show(description)
    },
    showFailure(failure) {
      if (editor !== undefined) return
      bar.replaceChildren(element('span', 'news problem', failureWords(failure)))
    },
    save: () => editor?.save(),
    editTags() {
      bar.classList.add('editable')
      editor?.editTags()
    },
    readGround() {
      body.className = groundOf(host)
    },
    async leave() {
      if (editor === undefined || (await editor.closeFields())) host.remove()
    },
  }
}
