import { isInPrivateWindow } from '../browser/private-window'
import type { Request } from '../messaging/protocol'
import { sendTrace, type TraceName } from '../messaging/send'

/**
 * Has the worker remember what the user has looked at or for, unless that is in a private window. Not waited for: where
 * it can't be stored it is not remembered, which is no reason to bother a reader.
 */
export async function leaveTrace<N extends TraceName>(name: N, payload: Request<N>): Promise<void> {
  if (!(await isInPrivateWindow())) await sendTrace(name, payload)
}
