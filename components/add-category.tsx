import type { RefObject, TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { i18n } from '../lib/i18n'
import {
  type ArxivCategory,
  arxivCategories,
  readTypedCategory,
} from '../lib/papers/arxiv-categories'
import { arxivSourceId, type SourceId } from '../lib/papers/source'
import './add-category.css'

interface Props {
  field: RefObject<HTMLInputElement | null>
  chosen: readonly SourceId[]
  isFull: boolean
  /** Returns whether it was added. */
  onAdd: (category: ArxivCategory) => Promise<boolean>
}

/** Adds a category of arXiv: typed, with those that there are as suggestions. */
export function AddCategory({ field, chosen, isFull, onAdd }: Props) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()

  async function add(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const { category, problem: typedProblem } = readTypedCategory(text)
    if (category === undefined) {
      return complain(
        typedProblem === 'empty'
          ? i18n.t('source.problemEmpty')
          : i18n.t('source.problemUnknown', [text.trim()]),
      )
    }
    if (chosen.includes(arxivSourceId(category.code))) {
      return complain(i18n.t('source.problemChosen', [category.code]))
    }
    if (isFull) return complain(i18n.t('source.problemFull', [chosen.length]))
    if (await onAdd(category)) setText('')
  }

  function complain(about: string): void {
    setProblem(about)
    field.current?.focus()
  }

  return (
    <form class="add-category" noValidate onSubmit={add}>
      <label for="add-category-field">{i18n.t('source.addLabel')}</label>
      <div class="add-category-line">
        <input
          ref={field}
          id="add-category-field"
          type="text"
          list="arxiv-categories"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          maxLength={200}
          placeholder="cs.CL"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby="add-category-problem add-category-hint"
          onInput={(event) => {
            setText(event.currentTarget.value)
            setProblem(undefined)
          }}
        />
        <datalist id="arxiv-categories">
          {arxivCategories.map(({ code, name, archive }) => (
            <option key={code} value={code}>
              {name === archive ? name : `${archive}: ${name}`}
            </option>
          ))}
        </datalist>
        <button type="submit" class="primary">
          {i18n.t('source.addButton')}
        </button>
      </div>
      <p id="add-category-problem" class="add-category-problem" role="alert">
        {problem}
      </p>
      <p id="add-category-hint" class="sync-hint">
        {i18n.t('source.addHint')}
      </p>
    </form>
  )
}
