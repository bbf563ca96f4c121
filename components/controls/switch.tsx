import './switch.css'

interface Props {
  id: string
  isOn: boolean
  /** Ids of the elements that name and describe it. */
  labelledBy: string
  describedBy?: string
  /** Asked to be switched; `isOn` says when it is. */
  onToggle: () => void
}

/** It shows what is, never what was asked for: the browser may ask the user first, and the user may say no. */
export function Switch({ id, isOn, labelledBy, describedBy, onToggle }: Props) {
  return (
    <input
      id={id}
      type="checkbox"
      role="switch"
      class="switch"
      checked={isOn}
      aria-checked={isOn}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClick={(event) => {
        event.preventDefault()
        onToggle()
      }}
    />
  )
}
