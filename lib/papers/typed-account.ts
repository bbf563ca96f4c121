import { isSourceId, sourceIdOf } from './source'

/** What somebody typed in place of a member or an organisation of Hugging Face. */
export type TypedAccount =
  | { readonly name: string; readonly problem?: undefined }
  | { readonly name?: undefined; readonly problem: 'empty' | 'unknown' }

/** What stands first in addresses of Hugging Face that are no page of anybody's. */
const ownPages = new Set(
  'api blog chat collections datasets docs enterprise join learn login models new papers posts pricing search settings spaces tasks'.split(
    ' ',
  ),
)

/** Reads `ada`, `@ada`, or the address of a page: https://huggingface.co/ada, https://huggingface.co/ada/papers */
export function readTypedAccount(text: string): TypedAccount {
  const typed = text.trim()
  if (typed === '') return { problem: 'empty' }
  const [, linked] =
    /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:organizations\/)?([^/?#]+)/i.exec(
      typed,
    ) ?? []
  const name = linked ?? typed.replace(/^@/, '')
  const isOwnPage = linked !== undefined && ownPages.has(name.toLowerCase())
  // A host of another site would be a name as well.
  const isAddress = linked === undefined && /\.[a-z]{2,}$/i.test(name)
  const isName = isSourceId(sourceIdOf('hf-org', name))
  return isName && !isOwnPage && !isAddress ? { name } : { problem: 'unknown' }
}
