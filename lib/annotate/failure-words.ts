import { type PageFailure, pageFailures } from '../errors/page-failures'
import type { Failure } from '../errors/result'
import { send } from '../messaging/send'

let words: Readonly<Record<PageFailure, string>> | undefined
let asked: Promise<void> | undefined

/** Brings along what went wrong in words: once the extension is gone, nobody can be asked for them. */
export function bringFailureWords(): Promise<void> {
  asked ??= send('readFailureWords', {}).then((result) => {
    if (result.ok) words = result.value
    else asked = undefined
  })
  return asked
}

/** What went wrong, in the user's words; empty where they have not been brought along. */
export function failureWords({ code }: Failure): string {
  return words?.[pageFailures.find((one) => one === code) ?? 'unexpected'] ?? ''
}
