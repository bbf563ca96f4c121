import { notFound, type Reply } from './reply'

/** Two colors and the place where they meet, from the paper's number, so that thumbnails differ. */
function drawing(number: number): string {
  const hue = (number * 47) % 360
  const edge = 200 + ((number * 131) % 800)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="648">
<rect width="1200" height="648" fill="hsl(${hue} 30% 88%)"/>
<rect x="${edge}" width="1200" height="648" fill="hsl(${(hue + 40) % 360} 35% 55%)"/>
</svg>`
}

/** Answers an address of the host that has the pictures of papers. It says what it sends: no name ends in .svg. */
export function answerThumbnail(url: URL): Reply {
  const [, id] = /^\/social-thumbnails\/papers\/([\d.]+)\.png$/.exec(url.pathname) ?? []
  if (id === undefined) return notFound
  return {
    status: 200,
    headers: { 'content-type': 'image/svg+xml' },
    body: drawing(Number(id.replace('.', ''))),
  }
}
