import { describe, expect, test } from 'vitest'
import { findHeading, isNamedIn, saysTitle } from '../../../../lib/sites/read/heading'
import { documentOf } from '../../../sites/page'

function headingIn(body: string, title: string): string | undefined {
  const found = findHeading(documentOf(`<html><body>${body}</body></html>`), title)
  return found && `${found.localName}#${found.id}`
}

function elementOf(html: string): Element {
  const element = documentOf(`<html><body>${html}</body></html>`).body.firstElementChild
  if (element === null) throw new Error('no element')
  return element
}

describe('the heading of a paper', () => {
  const title = 'Folding Long Contexts'

  test.each([
    ['is the heading that says the title', `<h1 id="a">${title}</h1>`, 'h1#a'],
    ['has other signs and cases', '<h2 id="a">FOLDING  long “contexts”.</h2>', 'h2#a'],
    [
      'can be anything that is called a title',
      `<div id="paper-title">${title}</div>`,
      'div#paper-title',
    ],
    ['is not the box around it', `<div class="title-box"><h1 id="a">${title}</h1></div>`, 'h1#a'],
    [
      'is the whole heading where a part says the title',
      `<h1 id="a"><span class="title-text">${title}</span> <span class="title-badge">New</span></h1>`,
      'h1#a',
    ],
    ['can have its label before it', `<h1 id="a"><span>Title:</span>${title}</h1>`, 'h1#a'],
    ['can have a subtitle', `<h1 id="a">${title}: A Study</h1>`, 'h1#a'],
    [
      'is not the one of a sticky bar',
      `<header><h1 id="a">${title}</h1></header><main><h1 id="b">${title}</h1></main>`,
      'h1#b',
    ],
    [
      'is not a hidden one',
      `<div hidden><h1 id="a">${title}</h1></div><div aria-hidden="true"><h1 id="b">${title}</h1></div><h1 id="c">${title}</h1>`,
      'h1#c',
    ],
    [
      'is not the one of the way around',
      `<nav><h3 id="a">${title}</h3></nav><h1 id="b">${title}</h1>`,
      'h1#b',
    ],
    [
      'in a header counts more than what is no heading',
      `<article><header><h1 id="a">${title}</h1></header><p class="citation-title">${title}</p></article>`,
      'h1#a',
    ],
    [
      'is the hidden one where there is no other',
      `<div aria-hidden="true"><h1 id="a">${title}</h1></div>`,
      'h1#a',
    ],
    ['is none where nothing says the title', '<h1>Another Paper</h1>', undefined],
    [
      'is not the whole page',
      `<div class="title-page">${title}${'<p>Text of a page.</p>'.repeat(99)}</div>`,
      undefined,
    ],
  ])('%s', (_case, body, heading) => {
    expect(headingIn(body, title)).toBe(heading)
  })

  test('is looked for only so long', () => {
    const many = `<h1>${title}</h1>`.repeat(3_000)
    expect(headingIn(many, title)).toBe('h1#')
  })
})

describe('a title with a formula', () => {
  const tex = 'Sorting in $\\mathcal{O}(n^2)$ Naps'

  test.each([
    [
      'MathJax 2, not yet and already typeset',
      '<h1>Sorting in <span class="MathJax_Preview">O(n2)</span><span class="MathJax"><nobr>O(n2)</nobr><math><mi>O</mi></math></span><script type="math/tex">\\mathcal{O}(n^2)</script> Naps</h1>',
    ],
    [
      'MathJax 3',
      '<h1>Sorting in <mjx-container><mjx-math></mjx-math><mjx-assistive-mml><math><mi>𝒪</mi><mo>(</mo><msup><mi>n</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container> Naps</h1>',
    ],
    [
      'KaTeX',
      '<h1>Sorting in <span class="katex"><span class="katex-mathml"><math><annotation>\\mathcal{O}(n^2)</annotation></math></span><span>O(n2)</span></span> Naps</h1>',
    ],
    [
      'MathML',
      '<h1>Sorting in <math><mi>O</mi><mo>(</mo><msup><mi>n</mi><mn>2</mn></msup></math> Naps</h1>',
    ],
    ['plain signs', '<h1>Sorting in O(<i>n</i><sup>2</sup>) Naps</h1>'],
    ['its source', '<h1>Sorting in $\\mathcal{O}(n^2)$ Naps</h1>'],
  ])('is the one on the screen in %s', (_form, html) => {
    expect(saysTitle(elementOf(html), tex)).toBe(true)
  })

  test.each([
    ['a title without the formula’s surroundings', '<h1>Sorting <math><mi>O</mi></math></h1>', tex],
    ['another title', '<h1>Sorting in <math><mi>O</mi></math> Years</h1>', tex],
    ['nothing but a formula', '<h1><math><mi>O</mi></math></h1>', 'On Owls'],
    ['a title with money', '<h1>Paid $5 and $6 for a Nap</h1>', 'Paid for a Nap by Many Others'],
  ])('is not %s', (_case, html, title) => {
    expect(saysTitle(elementOf(html), title)).toBe(false)
  })

  test('has letters with and without accents', () => {
    expect(saysTitle(elementOf("<h1>On Kollár's Naps</h1>"), "On Koll\\'ar's Naps")).toBe(true)
  })

  test('is named in a tab', () => {
    const heading = elementOf('<h1>Sorting in <math><mi>O</mi></math> Naps</h1>')
    expect(isNamedIn(heading, 'Sorting in $O$ Naps | Example Review')).toBe(true)
    expect(isNamedIn(heading, 'Example Review')).toBe(false)
    expect(isNamedIn(elementOf('<h1> </h1>'), 'Example Review')).toBe(false)
  })
})
