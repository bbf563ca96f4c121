import type { ComponentChildren } from 'preact'
import { ToastLine } from '../controls/toast'
import './page.css'

interface Props {
  heading: string
  children: ComponentChildren
}

/** A page in a tab of its own. */
export function Page({ heading, children }: Props) {
  return (
    <>
      <main class="page">
        <header class="page-header">
          <span class="page-sheet" aria-hidden="true" />
          <h1>{heading}</h1>
        </header>
        {children}
      </main>
      <ToastLine class="page-toast" />
    </>
  )
}
