import { i18n } from '../../lib/i18n'
import { FormulaText } from './formula-text'
import './filter-word.css'

interface Props {
  of: string
  onChoose: (word: string) => void
}

/** A word of a paper; pressing it shows only the papers of the list that have it too. */
export function FilterWord({ of: word, onChoose }: Props) {
  return (
    <button
      type="button"
      class="filter-word"
      title={i18n.t('arrange.choose', [word])}
      onClick={() => onChoose(word)}
    >
      <FormulaText text={word} />
    </button>
  )
}
