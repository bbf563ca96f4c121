import { expect, test } from 'vitest'
import { toggledSave } from '../../../lib/papers/save-toggle'

test.each([
  [undefined, 'saved'],
  ['hidden', 'saved'],
  ['saved', null],
  ['reading', undefined],
  ['read', undefined],
] as const)('saving by one key turns %s into %s', (before, after) => {
  expect(toggledSave(before)).toBe(after)
})
