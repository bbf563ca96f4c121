import { parseArgs } from 'node:util'
import { Problem } from '../problem'

export interface StartOptions {
  /** Invented papers from a local server instead of the internet. */
  readonly demo: boolean
  readonly browser: 'chromium' | 'firefox'
  /** Without a window: does the main job once and ends. */
  readonly headless: boolean
  /** Where to leave pictures. */
  readonly screenshots?: string
  readonly help: boolean
}

export const usage = `npm start -- [options]

Builds Dogear and opens a browser with it.

  --demo              invented papers from this computer; needs no internet
  --firefox           Firefox instead of Chromium
  --headless          no window: reads the day's list, saves a paper, says what happened, and ends
  --screenshot DIR    with pictures of it in DIR (implies --headless)
  --help              this text`

/**
 * Reads the arguments of `npm start`.
 *
 * @param args what follows the name of the script
 * @throws Problem when an argument is not known or lacks its value
 */
export function parseStartArguments(args: readonly string[]): StartOptions {
  const { values } = parse(args)
  const screenshots = values.screenshot
  return {
    demo: values.demo ?? false,
    browser: values.firefox ? 'firefox' : 'chromium',
    headless: values.headless === true || screenshots !== undefined,
    ...(screenshots === undefined ? {} : { screenshots }),
    help: values.help ?? false,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean' },
        firefox: { type: 'boolean' },
        headless: { type: 'boolean' },
        screenshot: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem(`${reason}\n\n${usage}`)
  }
}
