import type { ComponentChildren, InputHTMLAttributes, RefObject, TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import './add-form.css'

interface Props {
  /** Of its elements, each with an ending of its own. */
  id: string
  label: string
  button: string
  hint?: string
  field: RefObject<HTMLInputElement | null>
  /** What else the field is given. */
  input: Pick<InputHTMLAttributes, 'inputMode' | 'maxLength' | 'placeholder'>
  /** What may be typed. */
  suggestions?: readonly { readonly value: string; readonly text: string }[]
  /** What else is to be chosen. */
  children?: ComponentChildren
  /** How many stand above it, which may move it. */
  above: number
  /** @returns what is wrong with what was typed, in words, or whether it was added */
  onAdd: (typed: string) => string | Promise<boolean>
}

/** A field for something that is added to a list. */
export function AddForm(props: Props) {
  const { id, label, button, hint, field, input, suggestions, above, onAdd } = props
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)

  // A row above it or a line in it may have pushed it out of sight or below the news.
  useEffect(() => {
    if (form.current?.contains(document.activeElement) !== true) return
    form.current.scrollIntoView({ block: 'nearest' })
  }, [problem, above])

  async function add(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const outcome = onAdd(text)
    if (typeof outcome === 'string') {
      setProblem(outcome)
      field.current?.focus()
      return
    }
    setProblem(undefined)
    if (await outcome) setText('')
  }

  return (
    <form ref={form} class="add-form" noValidate onSubmit={add}>
      <label for={`${id}-field`}>{label}</label>
      {props.children}
      <div class="add-form-line">
        <input
          {...input}
          ref={field}
          id={`${id}-field`}
          type="text"
          list={suggestions && `${id}-suggestions`}
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={hint === undefined ? `${id}-problem` : `${id}-problem ${id}-hint`}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setProblem(undefined)
          }}
        />
        {suggestions && (
          <datalist id={`${id}-suggestions`}>
            {suggestions.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </datalist>
        )}
        <button type="submit" class="primary">
          {button}
        </button>
      </div>
      <p id={`${id}-problem`} class="add-form-problem" role="alert">
        {problem}
      </p>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="sync-hint">
          {hint}
        </p>
      )}
    </form>
  )
}
