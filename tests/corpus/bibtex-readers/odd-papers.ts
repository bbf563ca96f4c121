import type { Paper } from '../../../lib/papers/paper'
import { id, paper } from '../../unit/db/samples'

const titles = [
  'Kilobyte Caches: 50% of NV-Embed & More for LLMs',
  'Training for under $100 versus $5 a Month',
  "Let's <think> about x^2, a_b and ~20 {sets} at 1#",
  'Über naïve Łoś Caches – “quoted”',
  '稀疏注意力',
]

const names = [
  'Éva Moor',
  'Mei-ling Lane',
  'weijia xu',
  'Pia van der Moor',
  'Pia De Moor',
  'Pia Lane y Moor',
  'Pia Q. Lane III',
  'Pia Lane Jr.',
  'Gemma Team',
  'Cats and Dogs Team',
  'OpenAI',
  '苏子',
  'Иван Пример',
  'Łucja Łoś',
  'Sørine Ørskov',
  'Jörn Groß',
  'Đura Đokić',
  'Cem Kılınç',
  'Đăng Nguyễn',
  'Zoë Œuvrard',
  'Hai "Helen" Lane',
]

/** Each title by all of the names, and each of the names as the first author once. */
export const oddPapers: readonly Paper[] = names.map((name, index) => ({
  ...paper(id(`arxiv:2611.0${1000 + index}`)),
  id: id(`arxiv:2611.0${1000 + index}`),
  aliases: [],
  title: titles[index % titles.length] ?? '',
  authors: [name, ...names.filter((other) => other !== name)],
  publishedOn: '2026-11-03',
}))
