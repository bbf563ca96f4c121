import { useThisPage } from '../../lib/hooks/tab/use-this-page'
import type { PaperId } from '../../lib/papers/paper-id'
import type { ThisPage as Page } from '../../lib/queries/this-page'
import type { Actions } from '../list/use-actions'
import { ThisPage, titleOf } from './this-page'

/** The paper that an address is about. */
export type Identify = (address: string) => Promise<PaperId | undefined>

interface Props {
  /** Of the current tab. */
  address: string | undefined
  identify: Identify
  /** The paper of the tab, read before the page was there. */
  first: Page | undefined
  isTagging: boolean
  actions: Actions
}

/** The paper of the current tab, and what can be done to it. Nothing where the tab is about none. */
export function TabPaper({ address, identify, first, isTagging, actions }: Props) {
  const page = useThisPage(address, identify, first)
  if (page === undefined) return null
  const { paperId, paper, entry } = page
  const subject = { paperId, title: titleOf(page), entry }
  return (
    <ThisPage
      key={paperId}
      page={page}
      isTagging={isTagging}
      onChange={(change) => actions.change(subject, change)}
      onSeparate={(name) => actions.separate(paperId, name)}
      onCopy={(format) => paper && actions.copy(paper, format)}
    />
  )
}
