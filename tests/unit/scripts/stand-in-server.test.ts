import { request } from 'node:https'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type StandIn, startStandIn } from '../../../scripts/stand-in'
import type { DailyItem } from '../../../scripts/stand-in/papers'

const today = '2026-07-22'
let standIn: StandIn

beforeAll(async () => {
  standIn = await startStandIn({ today })
})
afterEach(() => standIn.clearFaults())
afterAll(() => standIn.stop())

interface Answer {
  readonly status: number
  readonly type: string
  readonly link: string | undefined
  readonly body: string
}

/** Asks the stand-in for an address, without the detour of a name server and a trusted key. */
function get(address: string): Promise<Answer> {
  const { host, pathname, search } = new URL(address)
  const options = {
    host: '127.0.0.1',
    port: standIn.port,
    path: pathname + search,
    headers: { host },
    agent: false,
    rejectUnauthorized: false,
  } as const
  return new Promise((resolve, reject) => {
    const asked = request(options, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          link: [response.headers.link].flat()[0],
          body,
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

async function getItems(query: string): Promise<readonly DailyItem[]> {
  const { body } = await get(`https://huggingface.co/api/daily_papers${query}`)
  return JSON.parse(body)
}

describe('the lists of the stand-in', () => {
  test('give a day’s papers, nothing for a weekend and for a day to come', async () => {
    expect(await getItems(`?date=${today}`)).toEqual(standIn.itemsOf(today))
    expect(await getItems('?date=2026-07-19')).toEqual([])
    expect(await getItems('?date=2026-07-23')).toEqual([])
  })

  test('come in pages, each naming the next', async () => {
    const week = 'https://huggingface.co/api/daily_papers?week=2026-W29&limit=40'
    const seen: string[] = []
    let address: string | undefined = week
    while (address !== undefined) {
      const { body, link } = await get(address)
      const items: readonly DailyItem[] = JSON.parse(body)
      seen.push(...items.map(({ paper }) => paper.id))
      address = /^<([^>]+)>; rel="next"$/.exec(link ?? '')?.[1]
    }
    const days = ['2026-07-13', '2026-07-14', '2026-07-15', '2026-07-16', '2026-07-17']
    const all = days.flatMap((day) => standIn.itemsOf(day).map(({ paper }) => paper.id))
    expect([...seen].sort()).toEqual([...all].sort())
  })

  test('without a period begin with the newest day', async () => {
    const items = await getItems('')
    expect(items).toHaveLength(50)
    expect(items[0]).toEqual(standIn.itemsOf(today)[0])
  })

  test('by trend hold papers with code only, new ones first and old ones too', async () => {
    const papers = (await getItems('?sort=trending&limit=100')).map(({ paper }) => paper)
    expect(papers.every(({ githubStars }) => githubStars !== undefined)).toBe(true)
    expect(papers[0]?.submittedOnDailyAt.slice(0, 10)).toBe(today)
    expect(papers.some(({ submittedOnDailyAt }) => submittedOnDailyAt < '2026-07-15')).toBe(true)
  })

  test.each([
    '?date=2026-02-30',
    '?date=yesterday',
    '?week=2026-30',
    '?limit=0',
    '?limit=101',
    '?p=-1',
  ])('refuse %s', async (query) => {
    const { status } = await get(`https://huggingface.co/api/daily_papers${query}`)
    expect(status).toBe(400)
  })
})

describe('the search of the stand-in', () => {
  const search = 'https://huggingface.co/api/papers/search'

  test('gives papers with all of the words, also old ones', async () => {
    const [item] = standIn.itemsOf('2026-06-03')
    const [first = '', second = ''] = item?.paper.authors[0]?.name.split(' ') ?? []
    const { body } = await get(`${search}?q=${first.toUpperCase()}+${second}`)
    const found: readonly DailyItem[] = JSON.parse(body)
    expect(found.map(({ paper }) => paper.id)).toContain(item?.paper.id)
    expect(found.length).toBeLessThanOrEqual(120)
    expect(found[0]).not.toHaveProperty('submittedBy')
    expect(JSON.parse((await get(`${search}?q=zzzz`)).body)).toEqual([])
  })

  test.each(['', '?q=', `?q=${'x'.repeat(251)}`])('refuses %s', async (query) => {
    expect((await get(`${search}${query}`)).status).toBe(400)
  })
})

describe('the pages of the stand-in', () => {
  test('show a paper on both sites under its id, with text as text', async () => {
    const item = standIn.itemsOf(today).find(({ title }) => title.includes('<think>'))
    const arxiv = await get(`https://arxiv.org/abs/${item?.paper.id}v2`)
    const hub = await get(`https://huggingface.co/papers/${item?.paper.id}`)
    for (const { status, type, body } of [arxiv, hub]) {
      expect(status).toBe(200)
      expect(type).toContain('text/html')
      expect(body).toContain('&lt;think&gt;')
      expect(body).not.toContain('<think>')
      expect(body).toContain('Dogear demo page')
    }
  })

  test.each([
    'https://huggingface.co/papers',
    'https://huggingface.co/papers?date=2026-07-21',
    'https://huggingface.co/papers/date/2026-07-19',
    'https://huggingface.co/papers/week/2026-W30',
    'https://huggingface.co/papers/month/2026-07',
    'https://huggingface.co/papers/trending',
    'https://arxiv.org/list/cs.CL/recent',
  ])('hold a list at %s', async (address) => {
    const { status, body } = await get(address)
    expect(status).toBe(200)
    expect(body).toContain('Dogear demo page')
  })

  test.each([
    'https://huggingface.co/models',
    'https://huggingface.co/papers/2607.00001',
    'https://arxiv.org/abs/2607.00001',
    'https://huggingface.co/api/papers/2607.00001',
    'https://export.arxiv.org/rss/cs',
    'https://api.crossref.org/works/10.5555%2Fnone',
  ])('do not exist at %s', async (address) => {
    expect((await get(address)).status).toBe(404)
  })

  test('are refused under any other host', async () => {
    expect((await get('https://example.org/papers')).status).toBe(421)
    expect(standIn.log.at(-1)).toMatchObject({
      host: 'example.org',
      method: 'GET',
      path: '/papers',
    })
  })
})

describe('faults', () => {
  const path = '/api/daily_papers'
  const list = `https://huggingface.co${path}?date=${today}`

  test('change the status and the headers', async () => {
    standIn.setFault(path, { kind: 'status', status: 429, headers: { 'retry-after': '60' } })
    expect((await get(list)).status).toBe(429)
    standIn.clearFaults()
    expect((await get(list)).status).toBe(200)
  })

  test('can be for one query only', async () => {
    standIn.setFault(`${path}?date=${today}`, { kind: 'status', status: 500 })
    expect((await get(list)).status).toBe(500)
    expect((await get(`https://huggingface.co${path}?date=2026-07-21`)).status).toBe(200)
  })

  test('give a sign-in page instead of a list', async () => {
    standIn.setFault(path, { kind: 'portal' })
    expect(await get(list)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
  })

  test('give another type or another body', async () => {
    standIn.setFault(path, { kind: 'type', type: 'text/plain' })
    expect((await get(list)).type).toBe('text/plain')
    standIn.setFault(path, { kind: 'body', body: '{' })
    expect((await get(list)).body).toBe('{')
  })

  test('cut the reply off', async () => {
    standIn.setFault(path, { kind: 'cut' })
    await expect(get(list)).rejects.toThrow()
  })

  test('hold the reply until it is released', async () => {
    standIn.setFault(path, { kind: 'hold' })
    let hasAnswer = false
    const held = get(list).finally(() => {
      hasAnswer = true
    })
    await get('https://huggingface.co/papers')
    expect(hasAnswer).toBe(false)
    standIn.release(path)
    expect((await held).status).toBe(200)
  })
})

test('a day can be given other papers', async () => {
  const [first] = standIn.itemsOf('2026-07-20')
  standIn.setDay('2026-07-20', first === undefined ? [] : [first])
  expect(await getItems('?date=2026-07-20')).toEqual([first])
})
