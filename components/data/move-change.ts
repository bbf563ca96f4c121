import { failureText } from '../../lib/i18n'
import { send } from '../../lib/messaging/send'
import type { News } from '../controls/news'

/** Undoes a change, or does it again where it is undone, and tells what came of it. */
export async function moveChange(
  { id, undone }: { readonly id: string; readonly undone?: number },
  report: (news: News) => void,
): Promise<void> {
  const name = undone === undefined ? 'undoChange' : 'redoChange'
  const answer = await send(name, { changeId: id })
  if (!answer.ok) report({ text: failureText(answer.error, Date.now()), isProblem: true })
  else if (answer.value !== null) report({ text: answer.value.text })
}
