import { useRef } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { earliestDay } from '../../lib/papers/day'
import './day-picker.css'

interface Props {
  /** The name of what is shown: pressing it opens the calendar. */
  text: string
  /** `YYYY-MM-DD` */
  day: string
  today: string
  onChoose: (day: string) => void
}

/** The name of a period, behind which is the browser's own calendar. */
export function DayPicker({ text, day, today, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div class="day-picker">
      <h1>
        <button
          type="button"
          aria-haspopup="dialog"
          title={i18n.t('popup.chooseDay')}
          onClick={() => input.current?.showPicker()}
        >
          {text}
        </button>
      </h1>
      <input
        ref={input}
        type="date"
        tabIndex={-1}
        aria-label={i18n.t('popup.chooseDay')}
        min={earliestDay}
        max={today}
        value={day}
        onChange={({ currentTarget }) => {
          const { value, validity } = currentTarget
          if (value === '' || !validity.valid) return
          // Keys are for the list again.
          currentTarget.blur()
          onChoose(value)
        }}
      />
    </div>
  )
}
