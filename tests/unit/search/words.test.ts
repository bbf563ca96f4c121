import { expect, test } from 'vitest'
import { tokensIn } from '../../../lib/search/tokens'
import { wordsIn } from '../../../lib/search/words'

test.each([
  ['KV-Cache, 2x faster_now!', ['kv', 'cache', '2x', 'faster', 'now']],
  ['KV-Cache, 2x faster_now! é', ['kv', 'cache', '2x', 'faster', 'now', 'e']],
  ['Émile Ørsted', ['emile', 'orsted']],
  ['Łoś, Groß, Đokić, Kılınç', ['los', 'gross', 'dokic', 'kilinc']],
  ['Þóra Ægisdóttir, Œuvrard', ['thora', 'aegisdottir', 'oeuvrard']],
  ['', []],
  ['…', []],
])('the words of %j', (text, words) => {
  expect(wordsIn(text)).toEqual(words)
})

test.each([
  ['用KV缓存 now', ['用', 'kv', '缓', '存', 'now']],
  ['plain words', ['plain', 'words']],
])('the tokens of %j', (text, tokens) => {
  expect(tokensIn(text)).toEqual(tokens)
})
