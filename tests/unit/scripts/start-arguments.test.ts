import { describe, expect, test } from 'vitest'
import { parseStartArguments } from '../../../scripts/start/arguments'

describe('the arguments of npm start', () => {
  test('none: Chromium in a window, from the internet', () => {
    expect(parseStartArguments([])).toEqual({
      demo: false,
      browser: 'chromium',
      headless: false,
      help: false,
    })
  })

  test('all of them', () => {
    expect(
      parseStartArguments(['--demo', '--firefox', '--headless', '--screenshot', 'out']),
    ).toEqual({ demo: true, browser: 'firefox', headless: true, screenshots: 'out', help: false })
  })

  test('pictures are taken without a window', () => {
    expect(parseStartArguments(['--screenshot=out']).headless).toBe(true)
  })

  test.each([[['--dmeo']], [['--screenshot']], [['demo']], [['--demo=yes']]])(
    '%j is refused with the list of options',
    (args) => {
      expect(() => parseStartArguments(args)).toThrow(/npm start -- \[options\]/)
    },
  )
})
