import type { RefObject } from 'preact'
import { i18n } from '../../lib/i18n'
import {
  type ArxivCategory,
  arxivCategories,
  readTypedCategory,
} from '../../lib/papers/arxiv-categories'
import { AddForm } from '../controls/add-form'

interface Props {
  field: RefObject<HTMLInputElement | null>
  /** How many sources stand above it. */
  above: number
  /** @returns why it can't be, in words, or whether it was added */
  onAdd: (category: ArxivCategory) => string | Promise<boolean>
}

/** Adds a category of arXiv: typed, with those that there are as suggestions. */
export function AddCategory({ field, above, onAdd }: Props) {
  function add(text: string): string | Promise<boolean> {
    const { category, problem } = readTypedCategory(text)
    if (category === undefined) {
      return problem === 'empty'
        ? i18n.t('source.problemEmpty')
        : i18n.t('source.problemUnknown', [text.trim()])
    }
    return onAdd(category)
  }

  return (
    <AddForm
      id="add-category"
      label={i18n.t('source.addLabel')}
      button={i18n.t('source.addButton')}
      hint={i18n.t('source.addHint')}
      field={field}
      input={{ maxLength: 200, placeholder: 'cs.CL' }}
      suggestions={suggestions}
      above={above}
      onAdd={add}
    />
  )
}

const suggestions = arxivCategories.map(({ code, name, archive }) => ({
  value: code,
  text: name === archive ? name : `${archive}: ${name}`,
}))
