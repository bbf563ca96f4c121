import {
  readSetting,
  type SettingChanges,
  type SettingName,
  type Settings,
  type SettingValue,
  settingNames,
} from '../../settings/settings'
import { once } from '../applied'
import type { DogearDatabase } from '../database'

/** All settings, with their defaults where the user has changed nothing. */
export async function getSettings(db: DogearDatabase): Promise<Settings> {
  const rows = await db.settings.bulkGet(settingNames)
  const values = settingNames.map((name, index) => [name, readSetting(name, rows[index]?.value)])
  return Object.fromEntries(values)
}

/** One setting, or its default. */
export async function getSetting<N extends SettingName>(
  db: DogearDatabase,
  name: N,
): Promise<SettingValue<N>> {
  return readSetting(name, (await db.settings.get(name))?.value)
}

/**
 * Changes some settings; the others stay as they are.
 *
 * @param messageId of the message that asks for it
 */
export async function changeSettings(
  db: DogearDatabase,
  changes: SettingChanges,
  messageId?: string,
): Promise<void> {
  const rows = Object.entries(changes) as [SettingName, unknown][]
  await db.transaction('rw', db.settings, db.applied, async () =>
    once(db, messageId, async () => {
      await db.settings.bulkPut(rows.map(([name, value]) => ({ name, value })))
    }),
  )
}
