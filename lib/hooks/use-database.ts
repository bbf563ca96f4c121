import { createContext } from 'preact'
import type { DogearDatabase } from '../db/database'
import { useGiven } from './use-given'

const Database = createContext<DogearDatabase | undefined>(undefined)

/** Gives the database to all hooks below it. */
export const DatabaseProvider = Database.Provider

/**
 * @returns the database of the page
 * @throws where no `DatabaseProvider` stands above
 */
export function useDatabase(): DogearDatabase {
  return useGiven(Database)
}
