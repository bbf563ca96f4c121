import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tokens = new Map(
  [
    ...readFileSync('components/tokens.css', 'utf8').matchAll(
      /--([a-z-]+): light-dark\(#(\w{6}), #(\w{6})\)/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
)

/** How light a colour is, 0 to 1, as WCAG 2.2 defines relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const ofText = ['ink', 'muted', 'faint', 'unseen', 'link', 'read']
// `sunk` is what lies under a button while the pointer is on it.
const ofGround = ['paper', 'raised', 'sunk']
const pairs = [
  ...ofText.flatMap((text) => ofGround.map((ground) => [text, ground] as const)),
  ['tag-ink', 'tag'] as const,
]

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each(pairs)('text in %s can be read on %s', (text, ground) => {
    const colours = [text, ground].map((name) => tokens.get(name)?.[scheme] ?? '')
    expect(contrast(colours[0] ?? '', colours[1] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})
