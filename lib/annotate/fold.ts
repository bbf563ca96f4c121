/** A sheet with its corner folded, at the size of the text beside it: the mark of a saved paper. */
export function foldIcon(): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('viewBox', '0 0 10 12')
  svg.setAttribute('class', 'sheet')
  svg.setAttribute('aria-hidden', 'true')
  const sheet = document.createElementNS(namespace, 'path')
  sheet.setAttribute('d', 'M.75 .75h5.5l3 3v7.5h-8.5z')
  svg.append(sheet)
  return svg
}

const namespace = 'http://www.w3.org/2000/svg'
