import * as fc from 'fast-check'

/**
 * How many replies or messages are made up at random. `RANDOM_INPUTS=20000` makes as many as before a release; a seed that
 * failed makes the same again as `RANDOM_SEED`.
 */
const inputs = Number(process.env.RANDOM_INPUTS ?? 100)

/** The same each time, and others each time. */
export const seeds: readonly (readonly [string, number])[] = [
  ['a fixed seed', 20_261_201],
  ['a fresh seed', Number(process.env.RANDOM_SEED ?? Date.now() % 2 ** 31)],
]

/** @param perRun how many inputs one run takes */
export function runsOf(seed: number, perRun: number): fc.Parameters<unknown> {
  return { seed, numRuns: Math.ceil(inputs / perRun) }
}

/** Nobody waits for a hundredth of this. */
export const longest = 3_600_000

/** What stands where something else should. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, undefined, true, '', ' ', '\u0000', '\ud800', '<b>', '__proto__', '../../x', [], {}],
    ...[0, -1, 1e300, 5e-324, 2 ** 53, -0, '9999-12-31T00:00:00Z', '0000-00-00', '2026-13-45'],
    ...['9999-12-31', '0001-01-01', '2999-01-01T00:00:00.000Z', 'javascript:alert(1)', 'hidden'],
    ...['https://huggingface.co/api/daily_papers?p=1', '2601.00001', 'arxiv:2601.00002', 'saved'],
  ),
  fc.anything({ maxDepth: 3, maxKeys: 4, withNullPrototype: true }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 1, max: 5_000 }).map((size) => 'x'.repeat(size)),
  fc.integer({ min: 10, max: 3_000 }).map(nested),
)

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** A change somewhere in a value: where, as one number for each level, and what stands there then. */
interface Change {
  readonly path: readonly number[]
  readonly kind: 'replace' | 'remove' | 'repeat' | 'add'
  readonly value: unknown
  /** What stands there where a day stood. */
  readonly day: string
}

const oddDay = fc.constantFrom(
  ...['9999-12-31', '2999-01-01', '2026-07-24', '2026-07-23', '2023-05-03', '1990-01-01'],
  ...[
    '0001-01-01',
    '2026-13-45',
    '+275760-09-13',
    '2026-02-30',
    '-000001-01-01',
    'Thu, 31 Dec 2999',
  ],
)

const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat(50), { maxLength: 6 }),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'repeat', 'add'),
  value: oddValue,
  day: oddDay,
})

/** Values like this one, with up to four things wrong in them; now and then something else. */
export function like(good: unknown): fc.Arbitrary<unknown> {
  const changed = fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce(changedValue, structuredClone(good)))
  return fc.oneof({ weight: 9, arbitrary: changed }, { weight: 1, arbitrary: oddValue })
}

function changedValue(value: unknown, change: Change): unknown {
  const { path, kind, value: other, day } = change
  const [index, ...rest] = path
  const given = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? day : other
  if (typeof value !== 'object' || value === null || index === undefined) return given
  const keys = Object.keys(value)
  const key = keys[index % Math.max(keys.length, 1)]
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as unknown as Record<string, unknown>)
    : { ...value }
  if (rest.length > 0 && key !== undefined) {
    copy[key] = changedValue(copy[key], { ...change, path: rest })
  } else if (kind === 'add' || key === undefined) {
    if (Array.isArray(copy)) copy.push(given)
    else copy.added = given
  } else if (kind === 'remove') {
    if (Array.isArray(copy)) copy.splice(Number(key), 1)
    else delete copy[key]
  } else if (kind === 'repeat' && Array.isArray(copy)) {
    for (let time = 0; time < index * 3; time += 1) copy.push(copy[Number(key)])
  } else copy[key] = given
  return copy
}

/** Texts like this one: pieces cut out, doubled, or something put in between. */
export function textLike(good: string): fc.Arbitrary<string> {
  const odd = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '&amp;',
      '&#0;',
      ']]>',
      '<![CDATA[',
      '<!--',
      '</item>',
      '<item>',
    ),
    fc.constantFrom(
      '31 Dec 2999',
      '1 Jan 0001',
      '<title>',
      '</title>',
      '\u0000',
      '\ufffe',
      '(',
      ',',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  const anywhere = fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60), odd)
    .map(([place, length, put]) => (text: string) => {
      const at = Math.floor(place * text.length)
      return text.slice(0, at) + put + text.slice(at + length)
    })
  const otherDay = fc
    .constantFrom(
      '31 Dec 2999',
      '24 Jul 2026',
      '23 Jul 2026',
      '1 Jan 1900',
      '31 Jun 2026',
      '1 Jan 1',
    )
    .map((day) => (text: string) => text.replace(/\d{1,2} [A-Z][a-z]{2} \d{4}/, day))
  const deep = fc.integer({ min: 1, max: 4_000 }).map((depth) => (text: string) => {
    const marks = ['<b>'.repeat(depth), '</b>'.repeat(depth)]
    return text.replace(/<title>One/, `<title>${marks.join('One')}`)
  })
  const edit = fc.oneof({ weight: 6, arbitrary: anywhere }, otherDay, deep)
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((text, change) => change(text), good))
}
