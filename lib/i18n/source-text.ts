import { arxivCategoryOf, hubAccountOf, type SourceId } from '../papers/source'

/** "Hugging Face", "arXiv cs.CL", "@ada" for a member, "lakeside" for an organisation: the same in every language. */
export function sourceText(id: SourceId): string {
  const category = arxivCategoryOf(id)
  if (category !== undefined) return `arXiv ${category}`
  const account = hubAccountOf(id)
  if (account === undefined) return 'Hugging Face'
  return account.kind === 'org' ? account.name : `@${account.name}`
}

/** Who answers for a source: "Hugging Face", "arXiv". */
export function hostText(id: SourceId): string {
  return arxivCategoryOf(id) === undefined ? 'Hugging Face' : 'arXiv'
}
