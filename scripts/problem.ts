/** Something that the person who runs the script can put right; its message says how. */
export class Problem extends Error {
  override readonly name = 'Problem'
}
