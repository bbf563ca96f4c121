/** A host that answers each request out of `answer`, and remembers what it was asked. */
export class FakeHost {
  readonly asked: string[] = []

  constructor(public answer: (address: URL, init: RequestInit) => Response | Promise<Response>) {}

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const address = new URL(String(input))
    this.asked.push(`${address.pathname}${address.search}`)
    init.signal?.throwIfAborted()
    return this.answer(address, init)
  }

  /** The days that were asked for. */
  get days(): (string | null)[] {
    return this.asked.map((asked) => new URLSearchParams(asked.split('?')[1]).get('date'))
  }
}

export function json(value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/** An item of a list, as Hugging Face sends it. */
export function item(n: number, paper: Record<string, unknown> = {}) {
  return {
    paper: {
      id: `2601.${String(n).padStart(5, '0')}`,
      title: `Paper ${n}`,
      summary: `About ${n}.`,
      authors: [{ name: 'Ada Example' }],
      upvotes: n,
      ...paper,
    },
  }
}

/** Never answers, until it is told to give up. */
export function hang(_address: URL, { signal }: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
}
