import type { Entry, EntryChange } from '../../lib/papers/entry'
import { NoteField } from './note-field'
import { StatusPicker } from './status-picker'
import { TagField } from './tag-field'
import './entry-editor.css'

interface Props {
  entry: Entry | undefined
  /** The control that takes the focus when they come. */
  focus?: 'status' | 'tags' | 'note' | undefined
  /** Returns whether it was stored. */
  onChange: (change: EntryChange) => Promise<boolean>
}

/** The controls with which the user changes what is kept about a paper: status, tags, note. */
export function EntryEditor({ entry, focus, onChange }: Props) {
  return (
    <div class="entry-editor">
      <StatusPicker
        status={entry?.status}
        hasFocus={focus === 'status'}
        onChoose={(status) => void onChange({ status })}
      />
      <div class="entry-words">
        <TagField
          tags={entry?.tags ?? []}
          hasFocus={focus === 'tags'}
          onChange={(change) => void onChange(change)}
        />
        <NoteField
          note={entry?.note ?? ''}
          hasFocus={focus === 'note'}
          onStore={(note) => onChange({ note })}
        />
      </div>
    </div>
  )
}
