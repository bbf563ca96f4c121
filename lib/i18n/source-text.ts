import { kindOf, readSourceId, type SourceId } from '../papers/source'

/** "Hugging Face", "arXiv cs.CL", "@ada" for a member, "lakeside" for an organisation: the same in every language. */
export function sourceText(id: SourceId): string {
  return kindOf(id).nameOf(readSourceId(id)?.rest ?? '')
}

/** Whose service a source is: "Hugging Face", "arXiv". */
export function hostText(id: SourceId): string {
  return kindOf(id).host
}
