import type { ComponentChildren } from 'preact'
import './page-section.css'

interface Props {
  /** What its address ends with: `options.html#sites`. */
  id: string
  title: string
  isBusy?: boolean
  children: ComponentChildren
}

/** A part of the options page. */
export function OptionsSection({ id, title, isBusy = false, children }: Props) {
  const titleId = `${id}-title`
  return (
    <section id={id} class="options-section" aria-labelledby={titleId} aria-busy={isBusy}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </section>
  )
}
