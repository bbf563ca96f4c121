import './choice.css'

interface Props<T extends string | number> {
  id: string
  label: string
  hint?: string
  value: T
  values: readonly T[]
  textOf: (value: T) => string
  onChange: (value: T) => void
}

/** A line of the options with several values to choose from. */
export function Choice<T extends string | number>(props: Props<T>) {
  const { id, label, hint, value, values, textOf, onChange } = props
  // What is stored is shown, also where it is none of the usual.
  const offered = values.includes(value) ? values : [value, ...values]
  const hintId = `${id}-hint`
  return (
    <div class="choice">
      <span class="choice-text">
        <label for={id}>{label}</label>
        {hint !== undefined && (
          <span id={hintId} class="choice-hint">
            {hint}
          </span>
        )}
      </span>
      <select
        id={id}
        value={String(value)}
        {...(hint !== undefined && { 'aria-describedby': hintId })}
        onChange={({ currentTarget }) => {
          const chosen = offered.find((one) => String(one) === currentTarget.value)
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        {offered.map((one) => (
          <option key={one} value={String(one)}>
            {textOf(one)}
          </option>
        ))}
      </select>
    </div>
  )
}
