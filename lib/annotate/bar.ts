import { i18n } from '../i18n'
import type { Description } from '../messaging/protocol'
import css from './bar.css?inline'
import { createEditor, type Editing } from './editor'
import { element, guest } from './element'
import { factItems } from './facts'
import { groundOf } from './ground'

export interface Bar {
  readonly host: HTMLElement
  show(description: Description): void
}

/**
 * The slim bar under the title on a paper's own page. Its controls stay the same while what they say changes,
 * so that the focus stays where it is.
 *
 * @param title the heading that it will stand below
 */
export function createBar(title: Element, editing: Editing): Bar {
  const { host, body } = guest('dogear-bar', css, groundOf(title))
  const { status, tags, note, noteField, news, isOwnAction, show } = createEditor(editing, false)
  const facts = element('ul', 'facts')
  const fold = element('span', 'fold')
  const bar = element('span', 'bar', status, tags, note, news, facts, fold, noteField)
  bar.role = 'group'
  bar.ariaLabel = i18n.t('extension.name')
  body.append(bar)

  const made: Bar = {
    host,
    show(description) {
      const items = factItems(description)
      facts.replaceChildren(...items)
      const hasEntry =
        description.status !== undefined || description.tags.length > 0 || description.note !== ''
      bar.classList.toggle('known', hasEntry || items.length > 0)
      bar.classList.toggle('editable', hasEntry)
      bar.classList.toggle('folded', description.status === 'saved')
      // The corner folds before the user's eyes when they save here, and just is folded otherwise.
      fold.classList.toggle('moving', isOwnAction())
      show(description)
    },
  }
  // At once, so that the page does not move again when the worker's answer comes.
  made.show({ tags: [], note: '', authors: [], authorCount: 0, names: [] })
  return made
}
