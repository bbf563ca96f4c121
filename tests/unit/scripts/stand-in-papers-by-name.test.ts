import { describe, expect, test } from 'vitest'
import { arxivPaperId, doiPaperId } from '../../../lib/papers/paper-id'
import { arxivPaper } from '../../../lib/sources/arxiv-paper'
import { crossrefPaper } from '../../../lib/sources/crossref-paper'
import type { PaperSource } from '../../../lib/sources/paper-source'
import { answerArxivApi } from '../../../scripts/stand-in/arxiv-api'
import { answerCrossref } from '../../../scripts/stand-in/crossref-api'
import { publicationOf } from '../../../scripts/stand-in/publications'
import { openShelf } from '../../../scripts/stand-in/shelf'

const today = '2026-07-22'
const shelf = openShelf(() => today, true)
const papers = ['2026-07-20', '2026-07-21', today].flatMap((day) =>
  shelf.itemsOf(day).map(({ paper }) => paper),
)
const published = papers.flatMap((paper) => {
  const publication = publicationOf(paper)
  return publication === undefined ? [] : [{ paper, ...publication }]
})

function requestOf(source: PaperSource, name: ReturnType<typeof doiPaperId>): URL {
  const address = name && source.request(name)
  if (address === undefined) throw new Error(`${source.id} can't be asked about ${name}`)
  return address
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('the stand-in for the API of arXiv', () => {
  test('tells of every invented paper what the paper is', () => {
    for (const paper of papers) {
      const name = arxivPaperId(paper.id)
      const { status, body } = answerArxivApi(requestOf(arxivPaper, name), shelf)
      expect(status).toBe(200)
      const told = name && arxivPaper.read(body, name)
      expect(told?.paper).toMatchObject({
        title: oneLine(paper.title),
        authors: paper.authors.map((author) => author.name),
        publishedOn: paper.publishedAt.slice(0, 10),
      })
      expect(told?.abstract).toBe(paper.summary)
      expect(told?.paper.venue).toBe(publicationOf(paper)?.venue)
    }
  })

  test('answers an unknown id with an empty feed, and what is no id with an error', () => {
    const ask = (id: string) =>
      answerArxivApi(new URL(`https://export.arxiv.org/api/query?id_list=${id}`), shelf)
    const unknown = ask('2607.00001')
    expect(unknown).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
    })
    expect(unknown.body).not.toContain('<entry>')
    expect(ask('hello').status).toBe(400)
    expect(ask('hello').body).toContain('<title>Error</title>')
    expect(answerArxivApi(new URL('https://export.arxiv.org/rss/cs'), shelf).status).toBe(404)
  })
})

describe('the stand-in for Crossref', () => {
  test('tells of those that came out, and names the preprint', () => {
    expect(published.length).toBeGreaterThan(5)
    expect(new Set(published.map(({ venue }) => venue)).size).toBe(2)
    for (const { paper, doi, venue } of published) {
      const name = doiPaperId(doi)
      const { status, body } = answerCrossref(requestOf(crossrefPaper, name), shelf)
      expect(status).toBe(200)
      const told = name && crossrefPaper.read(JSON.parse(body), name)
      expect(told?.paper).toMatchObject({
        aliases: [`arxiv:${paper.id}`],
        title: oneLine(paper.title),
        authors: paper.authors.map((author) => author.name),
        venue,
      })
      expect(told?.abstract).toBe(paper.summary)
    }
  })

  test.each(['10.5555/standin.2607.00001', '10.5281/zenodo.1234567', '%2F'])(
    'does not know %s',
    (doi) => {
      const reply = answerCrossref(new URL(`https://api.crossref.org/works/${doi}`), shelf)
      expect(reply).toMatchObject({ status: 404, body: 'Resource not found.' })
    },
  )
})
