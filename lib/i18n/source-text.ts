import { arxivCategoryOf, type SourceId } from '../papers/source'

/** "Hugging Face", "arXiv cs.CL": their names, the same in every language. */
export function sourceText(id: SourceId): string {
  const category = arxivCategoryOf(id)
  return category === undefined ? 'Hugging Face' : `arXiv ${category}`
}

/** Who answers for a source: "Hugging Face", "arXiv". */
export function hostText(id: SourceId): string {
  return arxivCategoryOf(id) === undefined ? 'Hugging Face' : 'arXiv'
}
