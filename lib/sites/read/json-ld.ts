import { namesIn } from './names'
import { wholeAbstract } from './tag-families'
import type { Witness } from './witness'

const longestScript = 500_000
const mostScripts = 10
/** More papers and authors than a page has that is about a paper. */
const mostNodes = 5_000
const aboutPapers = /(?:^|[/:#])(?:Medical)?(?:ScholarlyArticle|Thesis|Chapter|Report)$/

type Node = Readonly<Record<string, unknown>>

/**
 * What the page's JSON-LD says about each of the papers in it; JSON that is broken is skipped.
 *
 * The vocabulary: https://schema.org/ScholarlyArticle
 */
export function jsonLdWitnesses(document: Document): Witness[] {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')]
  return scripts
    .slice(0, mostScripts)
    .flatMap((script) => papersIn(parsed(script.textContent ?? '')))
    .slice(0, mostNodes)
    .map(witnessOf)
}

function parsed(text: string): unknown {
  try {
    return text.length > longestScript ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Papers stand at the top, in a list, in a graph, or as what the page is about. */
function papersIn(value: unknown, depth = 4): Node[] {
  if (depth === 0) return []
  return nodesIn(value).flatMap((node) =>
    textsIn(node['@type']).some((type) => aboutPapers.test(type))
      ? [node]
      : [node['@graph'], node.mainEntity].flatMap((part) => papersIn(part, depth - 1)),
  )
}

function witnessOf(node: Node): Witness {
  return {
    title: textIn(node.headline) ?? textIn(node.name),
    authors: namesIn(listOf(node.author).flatMap(authorIn)),
    abstract: wholeAbstract(textIn(node.abstract) ?? textIn(node.description)),
    dates: textsIn(node.datePublished),
    venue: venueIn(node.isPartOf),
    // An id is text, or a property with a value.
    ids: [node.identifier, node['@id'], node.sameAs, node.url].flatMap((id) => [
      ...textsIn(id),
      ...nodesIn(id).flatMap(({ value }) => textsIn(value)),
    ]),
  }
}

function authorIn(author: unknown): string[] {
  const [node] = nodesIn(author)
  if (node === undefined) return textsIn(author)
  const family = textIn(node.familyName)
  const name = textIn(node.name) ?? (family && `${textIn(node.givenName) ?? ''} ${family}`)
  return name ? [name] : []
}

/** A paper is part of a journal, or of an issue that is part of one. */
function venueIn(whole: unknown, depth = 3): string | undefined {
  const [node] = nodesIn(whole)
  if (node === undefined || depth === 0) return undefined
  return venueIn(node.isPartOf, depth - 1) ?? textIn(node.name)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, mostNodes) : [value]
}

function nodesIn(value: unknown): Node[] {
  return listOf(value).filter((item) => typeof item === 'object' && item !== null) as Node[]
}

function textsIn(value: unknown): string[] {
  return listOf(value).filter((item) => typeof item === 'string')
}

function textIn(value: unknown): string | undefined {
  return textsIn(value)[0]?.trim() || undefined
}
