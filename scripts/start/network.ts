/** Asked for to see whether Hugging Face can be reached. */
const probe = 'https://huggingface.co/api/daily_papers?limit=1'

/** Whether Hugging Face answers from here within 8 seconds. */
export async function isHuggingFaceReachable(): Promise<boolean> {
  try {
    const response = await fetch(probe, { signal: AbortSignal.timeout(8_000) })
    return response.ok
  } catch {
    return false
  }
}

/** @param flags those of the same start as a demo */
export function unreachableText(flags: string): string {
  return `huggingface.co can't be reached from here, so there are no papers to fetch.
This shows Dogear with invented papers and needs no internet:

  npm start -- ${flags}`
}
