import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { answerArxivApi } from './arxiv-api'
import { answerArxivFeed } from './arxiv-feed'
import { answerArxiv } from './arxiv-pages'
import { makeCertificate } from './certificate'
import { answerCrossref } from './crossref-api'
import { dayOf } from './days'
import { type Fault, spoil } from './faults'
import { html } from './html'
import { answerApi } from './hugging-face-api'
import { answerPage } from './hugging-face-pages'
import type { DailyItem } from './papers'
import { pageReply, type Reply } from './reply'
import { openShelf, type Shelf } from './shelf'
import { answerThumbnail } from './thumbnails'
import { listen, portOf } from './tunnel'

/** The hosts that the stand-in speaks for. */
export const standInHosts = [
  'huggingface.co',
  'cdn-thumbnails.huggingface.co',
  'arxiv.org',
  'export.arxiv.org',
  'rss.arxiv.org',
  'api.crossref.org',
] as const

export interface LoggedRequest {
  readonly host: string
  readonly method: string
  /** With the query. */
  readonly path: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly userAgent?: string
  /** Of the reply; absent until it is sent. */
  readonly status?: number
}

export interface StandIn {
  readonly port: number
  /** The key to trust, for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string
  /** Every request so far, oldest first, the refused ones included. */
  readonly log: readonly LoggedRequest[]
  /** The current day of the stand-in, `YYYY-MM-DD`. */
  today(): string
  itemsOf(day: string): readonly DailyItem[]
  /** From now on the day has these papers and no others. */
  setDay(day: string, items: readonly DailyItem[]): void
  /** From now on there is this page at this address, on whatever host. */
  setPage(address: string, page: StandInPage): void
  /** The hosts of those pages. */
  readonly pageHosts: ReadonlySet<string>
  /**
   * From now on the replies for this path go wrong.
   *
   * @param path without a query it stands for every query
   */
  setFault(path: string, fault: Fault): void
  /** Lets the replies go that a `hold` keeps back. */
  release(path: string): void
  /** Everything works again; held replies go out. */
  clearFaults(): void
  stop(): Promise<void>
}

export interface StandInPage {
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface StandInOptions {
  /** A free one where none is given. */
  readonly port?: number
  /** The day that is "today", `YYYY-MM-DD`; the clock's day in UTC where none is given. */
  readonly today?: string
  /** Papers on Saturdays and Sundays too. */
  readonly everyDay?: boolean
}

/** Starts a local HTTPS server on 127.0.0.1 that answers for Hugging Face, arXiv and Crossref, with invented papers. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const shelf = openShelf(() => options.today ?? dayOf(Date.now()), options.everyDay ?? false)
  const { key, certificate, spki } = await makeCertificate(standInHosts)
  const log: LoggedRequest[] = []
  const faults = new Map<string, Fault>()
  const held = new Map<string, (() => void)[]>()
  const pages = new Map<string, StandInPage>()
  const pageHosts = new Set<string>()

  const release = (path: string) => {
    const replies = held.get(path) ?? []
    held.delete(path)
    for (const reply of replies) reply()
  }

  const server = createServer({ key, cert: certificate }, (request, response) => {
    const host = request.headers.host ?? ''
    const url = new URL(request.url ?? '/', `https://${host}`)
    const asked = logged(request, host)
    const place = log.push(asked) - 1
    const answerWith = (reply: Reply) => {
      const told = withoutRepeating(reply, request)
      log[place] = { ...asked, status: told.status }
      send(response, told)
    }
    // The whole address first: a test can spoil one page of a list and leave the others.
    const path = faults.has(url.pathname + url.search) ? url.pathname + url.search : url.pathname
    const fault = faults.get(path)
    const page = pages.get(url.href)
    const reply = page === undefined ? answer(url, shelf) : replyWith(page)
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'hold') {
      held.set(path, [...(held.get(path) ?? []), () => answerWith(reply)])
    } else if (fault?.kind === 'drop') {
      request.socket.destroy()
    } else if (fault?.kind === 'cut') {
      sendHalf(response, reply)
    } else {
      answerWith(fault ? spoil(reply, fault) : reply)
    }
  })
  await listen(server, options.port ?? 0)

  return {
    port: portOf(server),
    spki,
    log,
    today: shelf.today,
    itemsOf: shelf.itemsOf,
    setDay: shelf.setDay,
    setPage(address, page) {
      const { href, host } = new URL(address)
      pages.set(href, page)
      pageHosts.add(host)
    },
    pageHosts,
    setFault: (path, fault) => void faults.set(path, fault),
    release,
    clearFaults() {
      faults.clear()
      for (const path of [...held.keys()]) release(path)
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function replyWith({ html: body, headers }: StandInPage): Reply {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body }
}

function answer(url: URL, shelf: Shelf): Reply {
  switch (url.hostname) {
    case 'huggingface.co':
      return url.pathname.startsWith('/api/') ? answerApi(url, shelf) : answerPage(url, shelf)
    case 'cdn-thumbnails.huggingface.co':
      return answerThumbnail(url)
    case 'arxiv.org':
      return answerArxiv(url, shelf)
    case 'export.arxiv.org':
      return answerArxivApi(url, shelf)
    case 'rss.arxiv.org':
      return answerArxivFeed(url, shelf)
    case 'api.crossref.org':
      return answerCrossref(url, shelf)
    default:
      return refused
  }
}

const refused: Reply = {
  ...pageReply(html`<html lang="en"><head><meta charset="utf-8"><title>Not in the demo</title></head>
<body><p>This site is not part of the demo: only Hugging Face and arXiv are.</p></body></html>`),
  status: 421,
}

function logged(request: IncomingMessage, host: string): LoggedRequest {
  const userAgent = request.headers['user-agent']
  return {
    host,
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    at: Date.now(),
    ...(userAgent === undefined ? {} : { userAgent }),
  }
}

/**
 * A reply with its tag, as Hugging Face gives it; without a body where the client has it already (RFC 9110,
 * 13.1.2).
 */
function withoutRepeating(reply: Reply, request: IncomingMessage): Reply {
  if (reply.status !== 200) return reply
  const headers = { ...reply.headers, etag: tagOf(reply) }
  return request.headers['if-none-match'] === headers.etag
    ? { status: 304, headers, body: '' }
    : { ...reply, headers }
}

/** Of the same text as another type it is another one. */
function tagOf({ headers, body }: Reply): string {
  const hash = createHash('sha256').update(`${headers['content-type']}\n${body}`)
  return `W/"${hash.digest('base64url').slice(0, 27)}"`
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, reply.headers).end(reply.body)
}

function sendHalf(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.body)
  const headers = { ...reply.headers, etag: tagOf(reply), 'content-length': body.length }
  response.writeHead(reply.status, headers)
  response.write(body.subarray(0, body.length / 2), () => response.destroy())
}
