import type { ControlWords } from '../messaging/protocol'
import { type EntryChange, isSameTag, normalizeTag } from '../papers/entry'
import { entryLimits } from '../papers/limits'
import { button, element } from './element'
import { onUser } from './user-events'

export interface TagsControl {
  readonly element: HTMLElement
  show(tags: readonly string[]): void
  focus(): void
  /** Adds what is typed. */
  store(): Promise<void>
  /** Whether something is typed that is not stored yet. */
  hasUnsaved(): boolean
}

/**
 * The paper's tags: each can be removed, new ones are typed, with the user's own tags to complete them.
 * Enter or a comma adds, backspace in an empty field removes the last. The field has the same width with and
 * without the focus: one that shrinks when it is left moves what is being clicked.
 *
 * @param edit says whether the change is stored
 */
export function createTagsControl(
  edit: (change: EntryChange) => Promise<boolean>,
  listTags: (typed: string) => Promise<readonly string[]>,
  words: ControlWords,
): TagsControl {
  const list = element('ul', 'tags')
  list.ariaLabel = words.tags
  const input = element('input', 'new-tag')
  const completions = element('datalist', '')
  completions.id = 'tags'
  input.setAttribute('list', completions.id)
  input.ariaLabel = words.newTag
  input.placeholder = words.addTag
  input.maxLength = entryLimits.tag
  let shown: readonly string[] = []

  async function complete(): Promise<void> {
    const tags = await listTags(input.value)
    completions.replaceChildren(
      ...tags
        .filter((tag) => !shown.some((other) => isSameTag(tag, other)))
        .map((tag) => Object.assign(element('option', ''), { value: tag })),
    )
  }

  async function addTyped(): Promise<void> {
    const tag = normalizeTag(input.value)
    input.value = ''
    // What is not stored stays in the field, unless there is something else in it by now.
    if (tag !== '' && !(await edit({ addTags: [tag] })) && input.value === '') input.value = tag
  }

  onUser(input, 'focus', complete)
  onUser(input, 'input', complete)
  onUser(input, 'blur', addTyped)
  onUser(input, 'keydown', (event) => {
    if (event.isComposing) return
    const last = shown.at(-1)
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      void addTyped()
    } else if (event.key === 'Backspace' && input.value === '' && last !== undefined) {
      void edit({ removeTags: [last] })
    } else if (event.key === 'Escape' && input.value !== '') {
      event.stopPropagation()
      input.value = ''
    }
  })

  return {
    element: element('span', 'tagging', list, input, completions),
    focus: () => input.focus(),
    store: addTyped,
    hasUnsaved: () => input.value !== '',
    show(tags) {
      if (tags.length === shown.length && tags.every((tag, index) => tag === shown[index])) return
      shown = tags
      list.replaceChildren(
        ...tags.map((tag) => {
          const label = words.removeTag.replace('{tag}', () => tag)
          return tagItem(tag, label, () => edit({ removeTags: [tag] }))
        }),
      )
      if (input.matches(':focus')) void complete()
    },
  }
}

/** The tag itself is drawn by the style: no search of the page's finds what is drawn. */
function tagItem(tag: string, label: string, remove: () => Promise<unknown>): HTMLLIElement {
  const removing = button('remove', remove, '×')
  removing.ariaLabel = label
  removing.title = label
  const item = element('li', '', removing)
  item.dataset.tag = tag
  return item
}
