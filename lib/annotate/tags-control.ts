import type { ControlWords } from '../messaging/protocol'
import { type EntryChange, isSameTag, normalizeTag } from '../papers/entry'
import { entryLimits } from '../papers/limits'
import { element } from './element'
import { onPress } from './press'

export interface TagsControl {
  readonly element: HTMLElement
  show(tags: readonly string[]): void
  focus(): void
}

/**
 * The paper's tags: each can be removed, new ones are typed, with the user's own tags to complete them.
 * Enter or a comma adds, backspace in an empty field removes the last. The field has the same width with and
 * without the focus: one that shrinks when it is left moves what is being clicked.
 */
export function createTagsControl(
  edit: (change: EntryChange) => Promise<unknown>,
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
  const whole = element('span', 'tagging', list, input, completions)
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
    if (tag !== '') await edit({ addTags: [tag] })
  }

  input.addEventListener('focus', complete)
  input.addEventListener('input', complete)
  input.addEventListener('blur', addTyped)
  input.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.isComposing) return
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
    element: whole,
    focus: () => input.focus(),
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

function tagItem(tag: string, label: string, remove: () => Promise<unknown>): HTMLLIElement {
  const button = element('button', 'remove', '×')
  button.type = 'button'
  button.ariaLabel = label
  button.title = label
  onPress(button, remove)
  return element('li', '', tag, button)
}
