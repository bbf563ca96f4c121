/** A text that is being written, and stored as it is. */
export interface Draft {
  readonly text: string
  /** The user has written this. */
  write(text: string): void
  /** Stores at once what is not stored yet. Sends it before anything is awaited. */
  flush(): void
  /** The stored text is now this, here or on another page. */
  update(stored: string): void
}

/** After this pause in writing a text is stored, in milliseconds. */
const pause = 400

/**
 * @param stored what there is to begin with
 * @param store returns whether it was stored; what was not is sent again with the next change or flush
 */
export function createDraft(stored: string, store: (text: string) => Promise<boolean>): Draft {
  let text = stored
  /** What was sent last, or came from the database; undefined where that failed. */
  let kept: string | undefined = stored
  let sending = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (text === kept) return
    const sent = text
    kept = sent
    sending += 1
    const isStored = await store(sent)
    sending -= 1
    if (!isStored && kept === sent) kept = undefined
  }

  return {
    get text() {
      return text
    },
    write(written) {
      text = written
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), pause)
    },
    flush: () => void flush(),
    update(written) {
      // What the user is writing right now is newer than what comes back from the database.
      if (text !== kept || sending > 0) return
      text = written
      kept = written
    },
  }
}
