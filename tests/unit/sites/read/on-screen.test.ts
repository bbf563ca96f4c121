import { describe, expect, test } from 'vitest'
import {
  abstractOnScreen,
  codeInAbstract,
  codeOnScreen,
} from '../../../../lib/sites/read/on-screen'
import { documentOf } from '../../../sites/page'

describe('the abstract on the screen', () => {
  test.each([
    ['no heading says so', '<h2>Summary</h2><p>Text</p>'],
    ['two headings say so', '<h2>Abstract</h2><p>Text</p><h2>Abstract</h2><p>Text</p>'],
    ['formulas are typeset', '<h2>Abstract</h2><p>About <math>x</math></p>'],
    ['a script is in it', '<h2>Abstract</h2><p>About <script>1</script></p>'],
  ])('is unknown where %s', (_case, html) => {
    expect(abstractOnScreen(documentOf(`<main>${html}</main>`))).toBeUndefined()
  })
})

describe('the code of a paper', () => {
  test.each([
    'Our code is available at https://github.com/lab/fold.',
    'We release the implementation (https://www.github.com/lab/fold.git).',
    'Code and data can be found at \\url{https://github.com/lab/fold/tree/main}.',
  ])('is announced in: %s', (abstract) => {
    expect(codeInAbstract(abstract)).toBe('https://github.com/lab/fold')
  })

  test.each([
    'We study the source code of https://github.com/big/project.',
    'Code is available at https://github.com/lab/a and the library is open: https://github.com/lab/b.',
    'Code is available at https://github.com/lab.',
    'Code will be available. See https://github.com/lab/fold.',
    '',
  ])('is not announced in: %s', (abstract) => {
    expect(codeInAbstract(abstract)).toBeUndefined()
  })

  test.each([
    ['<a href="https://github.com/lab/fold">[Code]</a>', 'https://github.com/lab/fold'],
    ['<a href="https://gitlab.com/lab/fold">Software</a>', 'https://gitlab.com/lab/fold'],
    ['<a href="https://github.com/lab/fold">GitHub</a>', undefined],
    ['<a href="https://github.com/press/site">The code of this site</a>', undefined],
    ['<a href="https://github.evil.example/lab/fold">Code</a>', undefined],
    [
      '<a href="https://github.com/lab/a">Code</a> <a href="https://github.com/lab/b">Code</a>',
      undefined,
    ],
  ])('behind %s is %s', (html, address) => {
    expect(codeOnScreen(documentOf(`<main>${html}</main>`))).toBe(address)
  })
})
