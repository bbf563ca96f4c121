/*
 * Every key of the list, once: the dialog behind `?` tells these, `use-list-keys.ts` has a command for each, and a
 * test in the browser presses each.
 */

interface KeyGroup {
  /** As `useKeys` names them. */
  readonly keys: readonly string[]
  /** The message that says what they do. */
  readonly meaning: string
}

/** To go through rows, wherever they stand. */
export const keysThroughRows = [
  { keys: ['j', 'ArrowDown'], meaning: 'keys.next' },
  { keys: ['k', 'ArrowUp'], meaning: 'keys.previous' },
  { keys: ['Home', 'End'], meaning: 'keys.ends' },
  { keys: [' ', 'ArrowRight'], meaning: 'keys.expand' },
  { keys: ['ArrowLeft'], meaning: 'keys.collapse' },
] as const satisfies readonly KeyGroup[]

/** What is done to the list. */
export const keysOfList = [
  { keys: ['0', '1', '2', '3', '4'], meaning: 'keys.kinds' },
  { keys: ['[', ']'], meaning: 'keys.step' },
  { keys: ['{', '}'], meaning: 'keys.source' },
  { keys: ['g'], meaning: 'arrange.keySort' },
  { keys: ['f'], meaning: 'arrange.keyFilters' },
  { keys: ['/'], meaning: 'keys.find' },
  { keys: ['?'], meaning: 'keys.all' },
] as const satisfies readonly KeyGroup[]

/** To select papers. */
export const keysOfSelection = [
  { keys: ['v'], meaning: 'selection.keyToggle' },
  { keys: ['Shift+j', 'Shift+k'], meaning: 'selection.keyExtend' },
  { keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], meaning: 'selection.keyExtend' },
  { keys: ['Ctrl+a'], meaning: 'selection.keyAll' },
  { keys: ['Escape'], meaning: 'selection.keyClear' },
] as const satisfies readonly KeyGroup[]

/** What is done to the current paper. */
export const keysOfPaper = [
  { keys: ['s'], meaning: 'keys.save' },
  { keys: ['r'], meaning: 'keys.reading' },
  { keys: ['e'], meaning: 'keys.read' },
  { keys: ['x'], meaning: 'keys.hide' },
  { keys: ['t'], meaning: 'keys.tag' },
  { keys: ['n'], meaning: 'keys.note' },
  { keys: ['o'], meaning: 'keys.open' },
  { keys: ['p'], meaning: 'keys.pdf' },
  { keys: ['c'], meaning: 'keys.code' },
  { keys: ['u'], meaning: 'keys.vote' },
  { keys: ['y'], meaning: 'keys.bibtex' },
  { keys: ['w'], meaning: 'keys.follow' },
  { keys: ['z'], meaning: 'keys.undo' },
  { keys: ['Shift+z'], meaning: 'journal.keyRedo' },
] as const satisfies readonly KeyGroup[]

type KeyIn<Groups extends readonly KeyGroup[]> = Groups[number]['keys'][number]

/** A key that does something to rows, wherever they stand. */
export type RowCommandKey = KeyIn<typeof keysThroughRows> | KeyIn<typeof keysOfPaper>

/** A key that does something among papers that were found. */
export type FoundCommandKey = RowCommandKey | '/' | '?' | 'Escape'

/** A key that does something in the list. */
export type CommandKey = RowCommandKey | KeyIn<typeof keysOfList> | SelectionCommandKey

/** A key that selects. */
export type SelectionCommandKey = KeyIn<typeof keysOfSelection>
