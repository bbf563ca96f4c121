/** What hostile texts are made of: signs that begin something, end it, or stand between. */
const pieces = [
  ...'a A 0 - _ . , ; : / \\ ( ) [ ] { } < > & $ " \' * # % + = @ | ~ ^ ! ?'.split(' '),
  ...[
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u0301',
    'e\u0301',
    'ß',
    '注',
    '\ud83d\ude00',
    '\ud800',
    '“',
    '−',
  ],
  ...[
    'a ',
    'a,',
    'a;',
    'a.',
    'a-',
    'a/',
    'a:',
    '(a',
    'a)',
    '(a)',
    '[a',
    '{a',
    '$a',
    'a$',
    '$a$',
    '\\(',
  ],
  ...[
    '<a',
    '<b>',
    '</b>',
    '<a b="',
    '<a b="c" ',
    '<math ',
    '<math>',
    '</math>',
    '<title>',
    '<p>a',
    '&#',
    '&#1;',
    '&amp;',
    '&a',
  ],
  ...[
    '10.1000/',
    '10.',
    '2601.00001',
    'arxiv:',
    'arXiv: ',
    'doi:',
    'https://',
    'http://a/',
    'v1',
    '.v1',
    '-v2',
    'abs/',
    '2021-',
    '/abs/',
  ],
  ...[
    'and ',
    ' and ',
    'author:',
    'author:"',
    '-',
    'tag:x ',
    'a* ',
    'Abstract: ',
    'Announce Type: ',
    'available code https://github.com/a/b. ',
  ],
  ...['a\n', '"a" ', '=a', '%20', '%', '..', './', '../', ' \u0301'],
]

/** Whether what was begun is ended makes a difference to expressions that try again. */
const ends = ['!', '', '>', ')', '"', '$', ' a', '\n']

/** By what it is made of: a text of about that many characters. With `GROWTH=1` each piece comes with each end. */
export const oddTexts: readonly (readonly [string, (size: number) => string])[] = pieces.flatMap(
  (piece, index) => {
    const own = [ends[index % ends.length]]
    return (process.env.GROWTH === undefined ? own : ends).map((end = '') => {
      const make = (size: number) => piece.repeat(Math.floor(size / piece.length)) + end
      return [`${JSON.stringify(piece)} … ${JSON.stringify(end)}`, make] as const
    })
  },
)
