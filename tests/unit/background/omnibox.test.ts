import { expect, test } from 'vitest'
import { asText } from '../../../entrypoints/background/omnibox'

test.each([
  ['A & B <think>', 'A &#38; B &#60;think&#62;'],
  ['zero\u0000, bell\u0007, escape\u001b', 'zero , bell , escape '],
  ['delete\u007f, next line\u0085', 'delete , next line '],
  ['half a \ud83d, a whole \ud83d\ude00', 'half a  , a whole \ud83d\ude00'],
  ['no\ufffe characters\uffff', 'no  characters '],
  ['注意力 é', '注意力 é'],
])('%j is XML', (text, description) => expect(asText(text)).toBe(description))
