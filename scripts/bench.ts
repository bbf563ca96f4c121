import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'
import { arxivPaperId, type PaperId } from '../lib/papers/paper-id'
import { grantSites } from '../tests/e2e/browser/site-permissions'
import { type Contender, startContender } from './bench/contender'
import { callsOfOpening, type DatabaseCalls } from './bench/database-calls'
import { fillDatabase } from './bench/fill'
import type { LibrarySize } from './bench/library'
import { pageOfLinks } from './bench/links-page'
import { measurePageLoad, type PageLoad } from './bench/page-load'
import { awaitedRow, measurePopupOpening } from './bench/popup-opening'
import {
  type Column,
  columns,
  type Goal,
  median,
  percentile,
  type Row,
  toMarkdown,
} from './bench/report'
import type { SearchRun } from './bench/search-in-page'
import { buildIndex, measureSearch, searchScript } from './bench/search-speed'
import { stillFile, writeStillFrame } from './bench/still-frame'
import { hosts } from './browsers/annotation-hosts'
import { getChromium, workerOf } from './browsers/chromium'
import { build } from './build'
import { root } from './command'
import { Problem } from './problem'
import { type StandIn, startStandIn } from './stand-in'

/*
 * Measures what Dogear costs on a paper's page and how soon its popup shows the list, against an extension
 * that does only what can't be avoided (tests/bench/floor), and how fast it searches. docs/benchmarks.md says how to read the result.
 */

const usage = `npm run bench -- [--quick] [--json FILE]

  --quick      3 runs of everything instead of 15
  --json FILE  the result also as JSON`

const sizes: Readonly<Record<'small' | 'large', LibrarySize>> = {
  small: { papers: 100, entries: 10 },
  large: { papers: 100_000, entries: 10_000 },
}
const names = ['no extension', 'floor', '100 papers, 10 entries', '100,000 papers, 10,000 entries']

/** The pages that are opened. */
const pageKinds = ['paper', 'listing', 'links'] as const
type PageKind = (typeof pageKinds)[number]
const pageNames: Readonly<Record<PageKind, string>> = {
  paper: "paper's page",
  listing: 'listing of 2,000 papers',
  links: '2,000 links on any site',
}

/** What must be on the screen for a popup to count as open. */
const awaited = { floor: 'body', still: awaitedRow, small: awaitedRow, large: awaitedRow } as const

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
  const dogear = join(folder, 'dogear')
  await cp(await build('chrome'), dogear, { recursive: true })
  const floor = join(folder, 'floor')
  await cp(inTests('floor'), floor, { recursive: true })
  const standIn = await startStandIn({ everyDay: true })
  const builds = { small: 0, large: 0 }
  const contenders = await startAll(executablePath, { dogear, floor }, standIn, builds)
  try {
    const measured = await measureAll(contenders, openPages(standIn), options.runs)
    const bytes = {
      dogear: await compressedSize(join(dogear, 'annotate.js')),
      anySite: await compressedSize(join(dogear, 'annotate-site.js')),
      floor: await compressedSize(join(floor, 'content.js')),
    }
    const report = {
      chromium: contenders.none.context.browser()?.version() ?? 'unknown',
      runs: options.runs,
      ...summary(measured, bytes, builds),
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
  { dogear, floor }: { readonly dogear: string; readonly floor: string },
  standIn: StandIn,
  builds: IndexBuilds,
): Promise<Contenders> {
  const common = { executablePath, standIn }
  const withLibrary = (column: 'small' | 'large') => {
    const size = sizes[column]
    console.error(`Filling a database with ${size.papers} papers`)
    return startContender(
      {
        ...common,
        extension: dogear,
        prepare: async (context, popup) => {
          builds[column] = await fill(context, popup, size, savedPapers(standIn))
          if (column === 'small') await writeStillFrame(context, popup, dogear, floor)
        },
      },
      true,
    )
  }
  // First, because the floor is given a page of what the popup shows.
  const small = await withLibrary('small')
  return {
    none: await startContender({ ...common, extension: inTests('idle') }, false),
    floor: await startContender({ ...common, extension: floor }, true),
    small,
    large: await withLibrary('large'),
  }
}

function inTests(name: string): string {
  return join(root, 'tests/bench', name)
}

/** How long the index of each library took, in milliseconds. */
type IndexBuilds = Record<'small' | 'large', number>

/** @returns how long the search index took, in milliseconds */
async function fill(
  context: BrowserContext,
  popup: string,
  size: LibrarySize,
  saved: readonly PaperId[],
): Promise<number> {
  const page = await context.newPage()
  await page.goto(popup)
  await page.locator(awaited.small).first().waitFor()
  await fillDatabase(page, size, saved)
  const worker = await workerOf(context)
  const built = await buildIndex(page, worker)
  await page.close()
  await grantSites({ context, worker, extensionId: new URL(popup).host }, ['https://*/*'])
  return built
}

interface Measured {
  readonly pages: Readonly<Record<PageKind, Readonly<Record<Column, PageLoad[]>>>>
  readonly popups: Readonly<Record<keyof typeof awaited, number[]>>
  /** What the opening of the popup asks of the database: the same each time. */
  readonly calls: Readonly<Record<'small' | 'large', DatabaseCalls>>
  readonly searches: Readonly<Record<'small' | 'large', SearchRun[]>>
}

/** In turns, so that whatever else the machine does in the meantime falls on all alike. */
async function measureAll(
  contenders: Contenders,
  addresses: Readonly<Record<PageKind, string>>,
  runs: number,
): Promise<Measured> {
  const nothing = () => ({ none: [], floor: [], small: [], large: [] })
  const pages: Measured['pages'] = { paper: nothing(), listing: nothing(), links: nothing() }
  const popups: Measured['popups'] = { floor: [], still: [], small: [], large: [] }
  const searches: Measured['searches'] = { small: [], large: [] }
  const script = await searchScript()
  // The first run fills caches and does not count.
  for (let run = 0; run <= runs; run++) {
    console.error(run === 0 ? 'Warming up' : `Run ${run} of ${runs}`)
    for (const column of columns) {
      const { context, popup } = contenders[column]
      for (const kind of pageKinds) {
        const isDogear = column === 'small' || column === 'large'
        const load = await measurePageLoad(
          context,
          addresses[kind],
          isDogear ? `${hosts.bar}, ${hosts.mark}` : undefined,
        )
        if (run > 0) pages[kind][column].push(load)
      }
      if (popup === undefined || column === 'none') continue
      const time = await measurePopupOpening(context, popup, awaited[column])
      if (run > 0) popups[column].push(time)
      if (column === 'floor') {
        const still = new URL(stillFile, popup).href
        const time = await measurePopupOpening(context, still, awaited.still)
        if (run > 0) popups.still.push(time)
        continue
      }
      const search = await measureSearch(context, script, popup)
      if (run > 0) searches[column].push(search)
    }
  }
  const callsOf = async (column: 'small' | 'large') => {
    const { context, popup = '' } = contenders[column]
    return callsOfOpening(context, popup, awaited[column])
  }
  const calls = { small: await callsOf('small'), large: await callsOf('large') }
  return { pages, popups, calls, searches }
}

interface Bytes {
  readonly dogear: number
  readonly anySite: number
  readonly floor: number
}

function summary(
  { pages, popups, calls, searches }: Measured,
  bytes: Bytes,
  builds: IndexBuilds,
): { rows: Row[]; goals: Goal[] } {
  const medianOf = (kind: PageKind, figure: keyof PageLoad) => ({
    none: median(pages[kind].none.map((load) => load[figure])),
    floor: median(pages[kind].floor.map((load) => load[figure])),
    small: median(pages[kind].small.map((load) => load[figure])),
    large: median(pages[kind].large.map((load) => load[figure])),
  })
  const figuresOf = (kind: PageKind) => ({
    script: medianOf(kind, 'script'),
    nodes: medianOf(kind, 'nodes'),
    longest: medianOf(kind, 'longestTask'),
  })
  const figures = {
    paper: figuresOf('paper'),
    listing: figuresOf('listing'),
    links: figuresOf('links'),
  }
  const popup = {
    floor: median(popups.floor),
    still: median(popups.still),
    small: median(popups.small),
    large: median(popups.large),
  }
  const requests = { small: calls.small.requests.length, large: calls.large.requests.length }
  const ofSearches = (figure: (run: SearchRun) => number) => ({
    small: median(searches.small.map(figure)),
    large: median(searches.large.map(figure)),
  })
  const search = {
    ready: ofSearches(({ ready }) => ready),
    middle: ofSearches(({ times }) => median(times)),
    late: ofSearches(({ times }) => percentile(times, 0.95)),
  }
  const rows: Row[] = [
    ...pageKinds.flatMap((kind): Row[] => {
      const { script, nodes, longest } = figures[kind]
      return [
        { what: `${pageNames[kind]}: script time`, unit: 'ms', values: script },
        { what: `${pageNames[kind]}: longest task`, unit: 'ms', values: longest },
        { what: `${pageNames[kind]}: DOM nodes`, unit: 'count', values: nodes },
      ]
    }),
    {
      what: 'content script, gzip',
      unit: 'bytes',
      values: { floor: bytes.floor, small: bytes.dogear, large: bytes.dogear },
    },
    {
      what: 'content script for any site, gzip',
      unit: 'bytes',
      values: { small: bytes.anySite, large: bytes.anySite },
    },
    { what: 'popup: list on screen', unit: 'ms', values: popup },
    { what: 'popup: its first frame as a still page', unit: 'ms', values: { floor: popup.still } },
    { what: 'popup: database requests until then', unit: 'count', values: requests },
    {
      what: 'popup: rows read until then',
      unit: 'count',
      values: { small: calls.small.results, large: calls.large.results },
    },
    { what: 'search: index built in the background', unit: 'ms', values: builds },
    { what: 'search: ready', unit: 'ms', values: search.ready },
    { what: 'search: keystroke, median', unit: 'ms', values: search.middle },
    { what: 'search: keystroke, 95 of 100', unit: 'ms', values: search.late },
  ]
  const ratio = (promise: string, above: number, below: number, atMost: number): Goal => ({
    promise,
    measured: above / below,
    atMost,
    unit: '×',
  })
  const goals: Goal[] = [
    { promise: 'content script, gzip', measured: bytes.dogear, atMost: 25_000, unit: 'bytes' },
    {
      promise: 'content script for any site, gzip',
      measured: bytes.anySite,
      atMost: 25_000,
      unit: 'bytes',
    },
    ratio(
      "script time, paper's page, to the floor",
      figures.paper.script.small,
      figures.paper.script.floor,
      1.5,
    ),
    ...pageKinds.map((kind) => {
      const { small, large } = figures[kind].script
      return ratio(`script time, ${pageNames[kind]}, large library to small`, large, small, 1.2)
    }),
    ...(['listing', 'links'] as const).flatMap((kind): Goal[] => {
      const { nodes, longest } = figures[kind]
      return [
        ratio(`DOM nodes, ${pageNames[kind]}, to no extension`, nodes.small, nodes.none, 1.05),
        {
          promise: `longest task, ${pageNames[kind]}, beyond no extension's`,
          measured: Math.max(0, longest.small - longest.none),
          atMost: 50,
          unit: 'ms',
        },
      ]
    }),
    ...(['small', 'large'] as const).flatMap((size) => [
      ratio(`popup with the ${size} library, to the floor`, popup[size], popup.floor, 1.5),
      ratio(`popup with the ${size} library, to its still frame`, popup[size], popup.still, 1.5),
    ]),
    ratio('popup, large library to small', popup.large, popup.small, 1.2),
    ratio('database requests, large library to small', requests.large, requests.small, 1),
    {
      promise: 'search ready, large library',
      measured: search.ready.large,
      atMost: 1_000,
      unit: 'ms',
    },
    {
      promise: 'keystroke of a search, 95 of 100, large library',
      measured: search.late.large,
      atMost: 50,
      unit: 'ms',
    },
  ]
  return { rows, goals }
}

/** The paper at the top of today's list: its page is opened, and it is saved in every library. */
function savedPapers(standIn: StandIn): PaperId[] {
  const id = standIn.itemsOf(standIn.today())[0]?.paper.id
  const paperId = id === undefined ? undefined : arxivPaperId(id)
  return paperId === undefined ? [] : [paperId]
}

/** Puts the pages in place, and says where they are. */
function openPages(standIn: StandIn): Readonly<Record<PageKind, string>> {
  const ids = standIn.itemsOf(standIn.today()).map(({ paper }) => paper.id)
  const [first] = ids
  if (first === undefined) throw new Problem('The stand-in has no papers today.')
  const addresses = {
    paper: `https://arxiv.org/abs/${first}`,
    listing: 'https://arxiv.org/list/cs.CL/2511',
    links: 'https://links.example.org/',
  }
  for (const kind of ['listing', 'links'] as const) {
    standIn.setPage(addresses[kind], { html: pageOfLinks(ids) })
  }
  return addresses
}

async function compressedSize(file: string): Promise<number> {
  return gzipSync(await readFile(file), { level: 9 }).length
}
