/** Beginnings of filters, and one of everything else that can be typed. */
export const findExamples = [
  'tag:',
  'status:reading',
  'author:',
  'org:',
  'keyword:',
  'title:',
  'has:note',
  'has:code',
  'after:2026-05',
  'before:2026',
  '"…"',
  '-…',
] as const
