import { read } from '../dom/page-nodes'

/**
 * Whether the page is light or dark where an element stands. The system's preference does not tell: many
 * pages are light whatever it says.
 */
export function groundOf(element: Element): 'light' | 'dark' {
  for (
    let behind: Element | null = element;
    behind !== null;
    behind = read(behind, 'parentElement')
  ) {
    const color = parseColor(getComputedStyle(behind).backgroundColor)
    if (color !== undefined && color.alpha > 0.5) return luminance(color) < 0.4 ? 'dark' : 'light'
  }
  // Nothing is painted: it is the browser's own canvas, dark only where the page lets it be.
  const text = parseColor(getComputedStyle(element).color)
  return text !== undefined && luminance(text) > 0.6 ? 'dark' : 'light'
}

/** How far an element stands in from the side on which its lines begin, in pixels. */
export function startOf(element: Element): number {
  return Math.max(0, Number.parseFloat(getComputedStyle(element).marginInlineStart) || 0)
}

interface Color {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

/**
 * Reads the computed value of a colour: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 0.1 0.2 0.3 / 0.5)`
 * or `oklch(0.2 …)`, of which the lightness is enough (https://www.w3.org/TR/css-color-4/#serializing-color-values).
 */
export function parseColor(value: string): Color | undefined {
  const numbers = value.match(/-?\d*\.?\d+(?:e-?\d+)?%?/g)?.map(toNumber)
  const [first, second = 0, third = 0, alpha = 1] = numbers ?? []
  if (first === undefined) return undefined
  if (value.startsWith('rgb')) {
    return { red: first / 255, green: second / 255, blue: third / 255, alpha }
  }
  if (value.startsWith('color(srgb')) return { red: first, green: second, blue: third, alpha }
  if (value.startsWith('okl')) return { red: first, green: first, blue: first, alpha }
  if (value.startsWith('lab') || value.startsWith('lch')) {
    return { red: first / 100, green: first / 100, blue: first / 100, alpha }
  }
  return undefined
}

function toNumber(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
}

/** From 0 (black) to 1 (white), near enough to tell light from dark. */
function luminance({ red, green, blue }: Color): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
