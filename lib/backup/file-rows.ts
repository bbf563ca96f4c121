import * as z from 'zod/mini'
import { DataFileError, fileLimits, fileTables, format, version } from './data-file'

/** Some rows of one list of a file, as they are in it. */
export interface FileRows {
  readonly list: string
  /** Undefined for a line that can't be parsed. */
  readonly values: readonly unknown[]
}

const header = z.object({ format: z.literal(format), version: z.int().check(z.minimum(1)) })
const lists = z.record(z.string(), z.unknown())

/**
 * The rows of a file, a few at a time. What Dogear writes is read line by line; the same in another layout is parsed
 * as a whole, while the page waits.
 *
 * @throws DataFileError for what is no such file, or too large
 */
export async function* readFileRows(file: Blob): AsyncGenerator<FileRows> {
  if (file.size > fileLimits.bytes) throw new DataFileError('too-large')
  const [first = '', second] = (await file.slice(0, 1_000).text()).split('\n')
  const isInLines = second !== undefined && /^\{"format":.*,$/.test(first)
  if (isInLines) yield* readLines(file)
  else yield* readWhole(file)
}

async function* readLines(file: Blob): AsyncGenerator<FileRows> {
  let isBegun = false
  let isEnded = false
  let list: string | undefined
  for await (const lines of linesOf(file)) {
    let values: unknown[] = []
    for (const line of lines) {
      if (!isBegun) {
        checkHeader(parse(`${line.replace(/,$/, '')}}`))
        isBegun = true
      } else if (list === undefined) {
        list = /^"(\w+)":\[$/.exec(line)?.[1]
        if (line === '}') isEnded = true
      } else if (line === '],' || line === ']') {
        yield { list, values }
        values = []
        list = undefined
      } else values.push(parsedOrNot(line.replace(/,$/, '')))
    }
    if (list !== undefined) yield { list, values }
  }
  if (!isEnded) throw new DataFileError('not-json')
}

async function* readWhole(file: Blob): AsyncGenerator<FileRows> {
  if (file.size > fileLimits.bytesAtOnce) throw new DataFileError('too-large')
  const parsed = parse(await file.text())
  checkHeader(parsed)
  const given = lists.parse(parsed)
  for (const list of fileTables) {
    const values = given[list] ?? []
    if (!Array.isArray(values)) throw new DataFileError('not-ours')
    yield { list, values }
  }
}

/** The lines of a file, as many at a time as the browser reads at once. */
async function* linesOf(file: Blob): AsyncGenerator<readonly string[]> {
  const texts = file.stream().pipeThrough(new TextDecoderStream()).getReader()
  let begun: string[] = []
  let length = 0
  for (;;) {
    const { value, done } = await texts.read()
    if (done) break
    begun.push(value)
    length += value.length
    if (value.includes('\n')) {
      const lines = begun.join('').split('\n')
      const last = lines.pop() ?? ''
      begun = [last]
      length = last.length
      yield lines
    }
    if (length > fileLimits.lineLength) throw new DataFileError('too-large')
  }
  yield [begun.join('')]
}

function checkHeader(value: unknown): void {
  const { data } = header.safeParse(value)
  if (data === undefined) throw new DataFileError('not-ours')
  if (data.version > version) throw new DataFileError('newer')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DataFileError('not-json')
  }
}

function parsedOrNot(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
