import { useState } from 'preact/hooks'
import { send } from '../messaging/send'

/** The first hint about the keys, which goes for good with the first key or when it is closed. */
export interface KeyHint {
  readonly isShown: boolean
  /** The user has seen it. */
  pass(): void
}

/**
 * @param hasSeen whether it is stored that the user has seen it; undefined while that is not read
 * @param hasList whether there is a list for the keys to work on
 */
export function useKeyHint(hasSeen: boolean | undefined, hasList: boolean): KeyHint {
  const [wasShown, setWasShown] = useState(false)
  const [isPassed, setIsPassed] = useState(false)
  // The hint waits for the first list, and stays while another one is read.
  const isWanted = hasSeen === undefined ? wasShown : !hasSeen && (wasShown || hasList)
  const isShown = isWanted && !isPassed
  if (isShown !== wasShown) setWasShown(isShown)
  return {
    isShown,
    pass() {
      if (!isShown) return
      setIsPassed(true)
      // A failure is not reported: all that follows is that the next popup has the hint again.
      void send('changeSettings', { hasSeenKeyHint: true })
    },
  }
}
