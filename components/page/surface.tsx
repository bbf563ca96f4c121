import type { ComponentChildren, ComponentType } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import type { DogearDatabase } from '../../lib/db/database'
import { DatabaseProvider } from '../../lib/hooks/use-database'
import { NowProvider, useClock } from '../../lib/hooks/use-now'
import { ToastProvider } from '../controls/toast'

interface Props {
  db: DogearDatabase
  /** Stands in the place of a page that can't be drawn. */
  Broken: ComponentType<{ error: unknown }>
  children: ComponentChildren
}

/** What every page of the extension has: the database, a clock, toasts, and a way out of an error while drawing. */
export function Surface({ db, Broken, children }: Props) {
  const [error] = useErrorBoundary()
  const now = useClock()
  if (error !== undefined) return <Broken error={error} />
  return (
    <DatabaseProvider value={db}>
      <NowProvider value={now}>
        <ToastProvider>{children}</ToastProvider>
      </NowProvider>
    </DatabaseProvider>
  )
}
