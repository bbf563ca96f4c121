import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { getChromium } from './browsers/chromium'
import { getFirefox } from './browsers/firefox'
import { build } from './build'
import { root } from './command'
import { Problem } from './problem'
import { type StandIn, standInHosts, startStandIn } from './stand-in'
import { startTunnel } from './stand-in/tunnel'
import { parseStartArguments, type StartOptions, usage } from './start/arguments'
import { tourChromium } from './start/chromium-tour'
import { tourFirefox } from './start/firefox-tour'
import { isHuggingFaceReachable, unreachableText } from './start/network'
import { ownBrowserText, report } from './start/report'
import { openChromium, openFirefox } from './start/window'

const noDisplay = `There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no browser can be shown.
This does the main job without one and leaves pictures:

  npm start -- --headless --screenshot out`

try {
  const options = parseStartArguments(process.argv.slice(2))
  if (options.help) console.log(usage)
  else await start(options)
} catch (error) {
  console.error(error instanceof Problem ? error.message : error)
  process.exitCode = 1
}

async function start(options: StartOptions): Promise<void> {
  if (!options.headless && !hasDisplay()) throw new Problem(noDisplay)
  const reachable = options.demo || isHuggingFaceReachable()
  const executablePath = await (options.browser === 'firefox' ? getFirefox() : getChromium())
  console.log('Building Dogear')
  const extension = await build(options.browser === 'firefox' ? 'firefox' : 'chrome')
  if (!(await reachable)) {
    if (options.headless) throw new Problem(unreachableText('--demo --headless --screenshot out'))
    console.log(`\n${unreachableText('--demo')}\n`)
  }

  const standIn = options.demo ? await startStandIn({ everyDay: true }) : undefined
  if (standIn !== undefined) {
    console.log('This is a demo: Hugging Face and arXiv are played by a server on this computer.')
    console.log('Every paper is invented, and every page says so at its end.')
  }
  try {
    await (options.headless ? tour : show)(options, executablePath, extension, standIn)
  } finally {
    await standIn?.stop()
  }
}

/** Without a window: does the main job once. */
async function tour(
  options: StartOptions,
  executablePath: string,
  extension: string,
  standIn: StandIn | undefined,
): Promise<void> {
  const { screenshots } = options
  const common = {
    executablePath,
    extension,
    ...(screenshots === undefined ? {} : { screenshots }),
  }
  console.log(`${options.browser === 'firefox' ? 'Firefox' : 'Chromium'} without a window:`)
  if (options.browser === 'firefox') {
    const tunnel = standIn && (await startTunnel(standInHosts, standIn.port))
    try {
      await tourFirefox({ ...common, ...(tunnel && { tunnelPort: tunnel.port }) }, report)
    } finally {
      await tunnel?.stop()
    }
  } else {
    await tourChromium({ ...common, ...(standIn && { standIn }) }, report)
  }
  if (screenshots !== undefined) report(`left pictures in ${screenshots}`)
}

/** In a window, until it is closed or Ctrl-C is pressed. */
async function show(
  options: StartOptions,
  executablePath: string,
  extension: string,
  standIn: StandIn | undefined,
): Promise<void> {
  const profile = join(root, '.profile', `${options.browser}${options.demo ? '-demo' : ''}`)
  await mkdir(profile, { recursive: true })
  const open = options.browser === 'firefox' ? openFirefox : openChromium
  const shown = await open({ executablePath, extension, profile, standIn })
  console.log(`\n${ownBrowserText(options.browser)}`)
  console.log('\nThe browser is open. Close it, or press Ctrl-C here, to stop.')
  process.once('SIGINT', () => void shown.close())
  process.once('SIGTERM', () => void shown.close())
  await shown.closed
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)
}
