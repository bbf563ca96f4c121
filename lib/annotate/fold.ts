/** A sheet with its corner folded, at the size of the text beside it: the mark of a saved paper. */
export function foldIcon(): SVGSVGElement {
  return icon('sheet', '0 0 10 12', 'M.75 .75h5.5l3 3v7.5h-8.5z')
}

/** An eye: what is beside it is watched. */
export function eyeIcon(): SVGSVGElement {
  return icon(
    'eye',
    '0 0 14 10',
    'M1 5q6-7.6 12 0q-6 7.6-12 0zM7 3.2a1.8 1.8 0 0 0 0 3.6a1.8 1.8 0 0 0 0-3.6z',
  )
}

function icon(className: string, viewBox: string, path: string): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('viewBox', viewBox)
  svg.setAttribute('class', className)
  svg.setAttribute('aria-hidden', 'true')
  const drawn = document.createElementNS(namespace, 'path')
  drawn.setAttribute('d', path)
  svg.append(drawn)
  return svg
}

const namespace = 'http://www.w3.org/2000/svg'
