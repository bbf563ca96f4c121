import { test } from '@playwright/test'
import { type Random, randomOf } from '../../../scripts/stand-in/random'

/** Whether as many rounds are wanted as `docs/reliability.md` tells of, which takes an hour: `FAULTS=1`. */
export const isFull = process.env.FAULTS !== undefined

/** `FAULTS_SEED` makes the choices of a run once more. */
const seed = process.env.FAULTS_SEED ?? (isFull ? String(Date.now()) : 'dogear')

export interface Rounds {
  readonly count: number
  readonly random: Random
  /** Prints what came of them. */
  report(figures: Readonly<Record<string, number | string>>): void
}

/**
 * How often something is made to go wrong at random: a few times in every run of the tests, often where that is
 * asked for. To be called in a test, which gets the time that it takes.
 *
 * @param name of what goes wrong
 * @param secondsOfRound at most
 */
export function roundsOf(
  name: string,
  { few, many, secondsOfRound }: { few: number; many: number; secondsOfRound: number },
): Rounds {
  const count = isFull ? many : few
  if (isFull) test.setTimeout(60_000 + count * secondsOfRound * 1_000)
  return {
    count,
    random: randomOf(`${seed} ${name}`),
    report(figures) {
      const told = Object.entries({ rounds: count, ...figures, seed })
      console.log(`${name}: ${told.map(([what, figure]) => `${what} ${figure}`).join(', ')}`)
    },
  }
}
