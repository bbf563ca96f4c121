import { readSetting, type SettingName, type Settings, settingNames } from '../settings/settings'
import type { DogearDatabase } from './database'

/** All settings, with their defaults where the user has changed nothing. */
export async function getSettings(db: DogearDatabase): Promise<Settings> {
  const rows = await db.settings.bulkGet(settingNames)
  const values = settingNames.map((name, index) => [name, readSetting(name, rows[index]?.value)])
  return Object.fromEntries(values)
}

/** Changes some settings; the others stay as they are. */
export async function changeSettings(
  db: DogearDatabase,
  changes: Partial<Settings>,
): Promise<void> {
  const rows = Object.entries(changes) as [SettingName, unknown][]
  await db.transaction('rw', db.settings, () =>
    db.settings.bulkPut(rows.map(([name, value]) => ({ name, value }))),
  )
}
