import type { Failure } from '../errors/result'
import { failureText } from '../i18n'
import type { Description } from '../messaging/protocol'
import css from './bar.css?inline'
import { createEditor, type Editing, type Editor } from './editor'
import { element, guest } from './element'
import { factItems } from './facts'
import { groundOf } from './ground'

export interface Bar {
  readonly host: HTMLElement
  show(description: Description): void
  /** In place of what could not be read. */
  showFailure(failure: Failure): void
}

/**
 * The slim bar under the title on a paper's own page. It has its height before it has anything to say, so
 * that the page moves once. Its controls stay the same while what they say changes, so that the focus stays
 * where it is.
 *
 * @param title the heading that it will stand below
 */
export function createBar(title: Element, editing: Editing): Bar {
  const { host, body } = guest('dogear-bar', css, groundOf(title))
  const bar = element('span', 'bar')
  body.append(bar)
  const facts = element('ul', 'facts')
  const fold = element('span', 'fold')
  let editor: Editor | undefined

  function fill({ words }: Description): Editor {
    const made = createEditor(editing, words, false)
    bar.role = 'group'
    bar.ariaLabel = words.dogear
    bar.replaceChildren(made.status, made.tags, made.note, made.news, facts, fold, made.noteField)
    return made
  }

  return {
    host,
    show(description) {
      editor ??= fill(description)
      const { status, tags, note } = description
      const items = factItems(description)
      facts.replaceChildren(...items)
      const hasEntry = status !== undefined || tags.length > 0 || note !== ''
      bar.classList.toggle('known', hasEntry || items.length > 0)
      bar.classList.toggle('editable', hasEntry)
      bar.classList.toggle('folded', status === 'saved')
      // The corner folds before the user's eyes when they save here, and just is folded otherwise.
      fold.classList.toggle('moving', editor.isOwnAction())
      editor.show(description)
    },
    showFailure(failure) {
      if (editor !== undefined) return
      bar.replaceChildren(element('span', 'news problem', failureText(failure, Date.now())))
    },
  }
}
