import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import type { Failure } from '../../lib/errors/result'
import { useGiven } from '../../lib/hooks/use-given'
import { failureText } from '../../lib/i18n'
import { Notice } from './notice'

/** A line about what was just done, or could not be. */
export interface Toast {
  readonly text: string
  readonly isProblem?: boolean
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined
}

/** Shows toasts: the same object for as long as the page is there. */
export interface Reporter {
  report(toast: Toast): void
  reportFailure(failure: Failure): void
}

const Shown = createContext<Toast | undefined>(undefined)
const Reporting = createContext<Reporter | undefined>(undefined)

/** How long a toast stays, in milliseconds. What it offers can be done without it as well. */
const duration = 10_000

/** Has one toast at a time for what is below it. A problem stays until there is another toast. */
export function ToastProvider({ children }: { children: ComponentChildren }) {
  const [toast, setToast] = useState<Toast>()
  const reporter = useMemo(
    (): Reporter => ({
      report: setToast,
      reportFailure: (failure) => setToast(failureToast(failure)),
    }),
    [],
  )
  useEffect(() => {
    if (toast === undefined || toast.isProblem === true) return
    const timer = setTimeout(() => setToast(undefined), duration)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <Reporting.Provider value={reporter}>
      <Shown.Provider value={toast}>{children}</Shown.Provider>
    </Reporting.Provider>
  )
}

/** @throws where no `ToastProvider` stands above */
export function useReporter(): Reporter {
  return useGiven(Reporting)
}

/** Where the toast is shown. */
export function ToastLine({ class: name }: { class: string }) {
  const toast = useContext(Shown)
  return (
    <div class={name} aria-live="polite">
      {toast && (
        <Notice isProblem={toast.isProblem === true} action={toast.action}>
          {toast.text}
        </Notice>
      )}
    </div>
  )
}

/** What went wrong, as a toast. */
export function failureToast(failure: Failure): Toast {
  return { text: failureText(failure, Date.now()), isProblem: true }
}
