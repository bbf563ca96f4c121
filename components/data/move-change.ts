import { send } from '../../lib/messaging/send'
import type { Reporter } from '../controls/toast'

/** Undoes a change, or does it again where it is undone, and tells what came of it. */
export async function moveChange(
  { id, undone }: { readonly id: string; readonly undone?: number },
  { report, reportFailure }: Reporter,
): Promise<void> {
  const name = undone === undefined ? 'undoChange' : 'redoChange'
  const answer = await send(name, { changeId: id })
  if (!answer.ok) reportFailure(answer.error)
  else if (answer.value !== null) report({ text: answer.value.text })
}
