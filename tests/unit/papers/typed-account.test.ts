import { expect, test } from 'vitest'
import { readTypedAccount } from '../../../lib/papers/typed-account'

test.each([
  ['ada', 'ada'],
  [' @ada ', 'ada'],
  ['Qwen', 'Qwen'],
  ['https://huggingface.co/ada', 'ada'],
  ['https://huggingface.co/deepseek-ai/papers?x=1', 'deepseek-ai'],
  ['huggingface.co/organizations/deepseek-ai/activity', 'deepseek-ai'],
  ['hf.co/ada/', 'ada'],
])('“%s” is an account', (typed, name) => {
  expect(readTypedAccount(typed)).toEqual({ name })
})

test.each([
  '   ',
  'two words',
  'https://huggingface.co/',
  'https://huggingface.co/papers/2607.00001',
  'https://huggingface.co/datasets/a/b',
  'https://example.org/ada',
  'example.org',
  'https://evil.example/huggingface.co/ada',
  'javascript:alert(1)',
  '<b>ada</b>',
  '../settings',
])('“%s” is none', (typed) => {
  expect(readTypedAccount(typed).name).toBeUndefined()
})
