import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'
import { arxivPaperId, type PaperId } from '../lib/papers/paper-id'
import { annotationText } from '../tests/e2e/closed-shadow'
import { type Contender, startContender } from './bench/contender'
import { fillDatabase } from './bench/fill'
import type { LibrarySize } from './bench/library'
import { measurePageLoad, type PageLoad } from './bench/page-load'
import { measurePopupOpening } from './bench/popup-opening'
import { type Column, columns, type Goal, median, type Row, toMarkdown } from './bench/report'
import { getChromium } from './browsers/chromium'
import { build } from './build'
import { root } from './command'
import { Problem } from './problem'
import { type StandIn, startStandIn } from './stand-in'

/*
 * Measures what Dogear costs on a paper's page and how soon its popup shows the list, against an extension
 * that does only what can't be avoided (tests/bench/floor). docs/benchmarks.md says how to read the result.
 */

const usage = `npm run bench -- [--quick] [--json FILE]

  --quick      3 runs of everything instead of 15
  --json FILE  the result also as JSON`

const sizes: Readonly<Record<'small' | 'large', LibrarySize>> = {
  small: { papers: 100, entries: 10 },
  large: { papers: 100_000, entries: 10_000 },
}
const names = ['no extension', 'floor', '100 papers, 10 entries', '100,000 papers, 10,000 entries']

/** What must be on the screen for a popup to count as open. */
const awaited = { floor: 'body', small: 'ol > li', large: 'ol > li' } as const

try {
  await bench()
} catch (error) {
  console.error(error instanceof Problem ? error.message : error)
  process.exitCode = 1
}

async function bench(): Promise<void> {
  const options = readArguments()
  if (options === undefined) {
    console.log(usage)
    return
  }
  const executablePath = await getChromium()
  console.error('Building Dogear')
  const folder = await mkdtemp(join(tmpdir(), 'dogear-bench-build-'))
  // A copy: a build in the meantime must not change what is measured.
  await cp(await build('chrome'), folder, { recursive: true })
  const standIn = await startStandIn({ everyDay: true })
  const contenders = await startAll(executablePath, folder, standIn)
  try {
    const measured = await measureAll(contenders, paperAddress(standIn), options.runs)
    const script = await readFile(join(folder, 'annotate.js'))
    const floorScript = await readFile(join(root, 'tests/bench/floor/content.js'))
    const report = {
      chromium: contenders.none.context.browser()?.version() ?? 'unknown',
      runs: options.runs,
      ...summary(measured, { dogear: compressed(script), floor: compressed(floorScript) }),
    }
    console.log(toMarkdown(report, names))
    if (options.json !== undefined) {
      await writeFile(options.json, `${JSON.stringify({ ...report, measured }, null, 2)}\n`)
    }
  } finally {
    for (const column of columns) await contenders[column].close()
    await standIn.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function readArguments(): { runs: number; json: string | undefined } | undefined {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    return values.help ? undefined : { runs: values.quick ? 3 : 15, json: values.json }
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  }
}

type Contenders = Readonly<Record<Column, Contender>>

async function startAll(
  executablePath: string,
  dogear: string,
  standIn: StandIn,
): Promise<Contenders> {
  const inTests = (name: string) => join(root, 'tests/bench', name)
  const common = { executablePath, standIn }
  const withLibrary = (size: LibrarySize) => {
    console.error(`Filling a database with ${size.papers} papers`)
    return startContender(
      {
        ...common,
        extension: dogear,
        prepare: (context, popup) => fill(context, popup, size, savedPapers(standIn)),
      },
      true,
    )
  }
  return {
    none: await startContender({ ...common, extension: inTests('idle') }, false),
    floor: await startContender({ ...common, extension: inTests('floor') }, true),
    small: await withLibrary(sizes.small),
    large: await withLibrary(sizes.large),
  }
}

async function fill(
  context: BrowserContext,
  popup: string,
  size: LibrarySize,
  saved: readonly PaperId[],
): Promise<void> {
  const page = await context.newPage()
  await page.goto(popup)
  await page.locator(awaited.small).first().waitFor()
  await fillDatabase(page, size, saved)
}

interface Measured {
  readonly pages: Readonly<Record<Column, PageLoad[]>>
  readonly popups: Readonly<Record<keyof typeof awaited, number[]>>
}

/** In turns, so that whatever else the machine does in the meantime falls on all alike. */
async function measureAll(contenders: Contenders, paper: string, runs: number): Promise<Measured> {
  const pages: Measured['pages'] = { none: [], floor: [], small: [], large: [] }
  const popups: Measured['popups'] = { floor: [], small: [], large: [] }
  // The first run fills caches and does not count.
  for (let run = 0; run <= runs; run++) {
    console.error(run === 0 ? 'Warming up' : `Run ${run} of ${runs}`)
    for (const column of columns) {
      const { context, popup } = contenders[column]
      const load = await measurePageLoad(context, paper, async (page) => {
        const isDogear = column === 'small' || column === 'large'
        if (isDogear && (await annotationText(page)) === '') {
          throw new Problem('Dogear has put no bar on the page, so there is nothing to measure.')
        }
      })
      if (run > 0) pages[column].push(load)
      if (popup === undefined || column === 'none') continue
      const time = await measurePopupOpening(context, popup, awaited[column])
      if (run > 0) popups[column].push(time)
    }
  }
  return { pages, popups }
}

function summary(
  { pages, popups }: Measured,
  bytes: { dogear: number; floor: number },
): { rows: Row[]; goals: Goal[] } {
  const medianOf = (figure: keyof PageLoad) => ({
    none: median(pages.none.map((load) => load[figure])),
    floor: median(pages.floor.map((load) => load[figure])),
    small: median(pages.small.map((load) => load[figure])),
    large: median(pages.large.map((load) => load[figure])),
  })
  const script = medianOf('script')
  const popup = {
    floor: median(popups.floor),
    small: median(popups.small),
    large: median(popups.large),
  }
  const rows: Row[] = [
    { what: "paper's page: script time", unit: 'ms', values: script },
    { what: "paper's page: DOM nodes", unit: 'nodes', values: medianOf('nodes') },
    {
      what: 'content script, gzip',
      unit: 'bytes',
      values: { floor: bytes.floor, small: bytes.dogear, large: bytes.dogear },
    },
    { what: 'popup: list on screen', unit: 'ms', values: popup },
  ]
  const ratio = (promise: string, above: number, below: number, atMost: number): Goal => ({
    promise,
    measured: above / below,
    atMost,
    unit: '×',
  })
  const goals: Goal[] = [
    { promise: 'content script, gzip', measured: bytes.dogear, atMost: 25_000, unit: 'bytes' },
    ratio('script time on a page, to the floor', script.small, script.floor, 1.5),
    ratio('script time on a page, large library to small', script.large, script.small, 1.2),
    ratio('popup with the small library, to the floor', popup.small, popup.floor, 1.5),
    ratio('popup with the large library, to the floor', popup.large, popup.floor, 1.5),
    ratio('popup, large library to small', popup.large, popup.small, 1.2),
  ]
  return { rows, goals }
}

/** The paper at the top of today's list: its page is opened, and it is saved in every library. */
function savedPapers(standIn: StandIn): PaperId[] {
  const id = standIn.itemsOf(standIn.today())[0]?.paper.id
  const paperId = id === undefined ? undefined : arxivPaperId(id)
  return paperId === undefined ? [] : [paperId]
}

function paperAddress(standIn: StandIn): string {
  const [item] = standIn.itemsOf(standIn.today())
  if (item === undefined) throw new Problem('The stand-in has no papers today.')
  return `https://arxiv.org/abs/${item.paper.id}`
}

function compressed(content: Buffer): number {
  return gzipSync(content, { level: 9 }).length
}
