import type { PaperId } from '../papers/paper-id'
import { typedAddress, typedPaperId } from '../papers/typed-id'

type Identify = (address: string) => PaperId | undefined | Promise<PaperId | undefined>

/**
 * The paper that an id or an address names which was typed or pasted; undefined for words.
 *
 * @param identify the one of `lib/sites`, which a page loads when there is an address to read, and the worker has
 */
export async function readTypedPaper(
  typed: string,
  identify: Identify,
): Promise<PaperId | undefined> {
  const id = typedPaperId(typed)
  const address = typedAddress(typed)
  return id !== undefined || address === undefined ? id : identify(address)
}
