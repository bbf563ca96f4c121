import * as z from 'zod/mini'
import { listFilters, plainArrangement, sorts } from '../papers/arrangement'
import { viewKinds } from '../papers/list'
import { hfDailyId, isSourceId, type SourceId } from '../papers/source'
import { badges } from './badge'
import { maxSearches, maxSearchLength } from './last-searches'
import { densities, initialLook } from './look'

/** A setting: what it may be, and what it is until the user changes it. */
interface Setting<T> {
  readonly schema: z.ZodMiniType<T>
  readonly initial: T
}

function setting<T>(schema: z.ZodMiniType<T>, initial: T): Setting<T> {
  return { schema, initial }
}

/** A setting to which values are added and from which they are taken, so that it changes in turn: see `InTurn`. */
function settingInTurn<T>(schema: z.ZodMiniType<T>, initial: T) {
  return { schema, initial, changesInTurn: true } as const
}

/** An upper limit: each source is one more request per sync, and one more list to read. */
export const mostSources = 30

const ids = z.readonly(z.array(z.string().check(z.maxLength(300))).check(z.maxLength(1_000)))

const hour = z.int().check(z.minimum(0), z.maximum(23))

/** A source of lists that the user has chosen. */
export interface ChosenSource {
  readonly id: SourceId
  /** Whether what is unseen in its lists counts on the badge. */
  readonly isCounted: boolean
}

const sourceId = z.custom<SourceId>(isSourceId)
/** In the order in which they are shown. At least one: the popup has nothing to show without. */
const chosenSources = z.readonly(
  z
    .array(z.strictObject({ id: sourceId, isCounted: z.boolean() }))
    .check(z.minLength(1), z.maxLength(mostSources)),
)

/** Every setting, with its only default. */
export const settings = {
  /** Whether the page that greets a new user has been opened. */
  isWelcomed: setting(z.boolean(), false),
  /** Ids of the accesses that are switched off: Dogear stays away although the browser would let it. */
  sitesOff: settingInTurn(ids, []),
  /** Ids of the accesses that the popup no longer offers. */
  offersDeclined: settingInTurn(ids, []),
  /** How often today's list is asked for, in minutes. */
  syncInterval: setting(z.int().check(z.minimum(15), z.maximum(720)), 30),
  /** How many days back lists are fetched that were missed, after the browser was closed. */
  catchUpDays: setting(z.int().check(z.minimum(1), z.maximum(366)), 30),
  /** For how many days a paper is kept that the user does not keep; 0 for ever. */
  keepDays: setting(z.int().check(z.minimum(0), z.maximum(3_660)), 365),
  /** Where lists come from. */
  sources: settingInTurn<readonly ChosenSource[]>(chosenSources, [
    { id: hfDailyId, isCounted: true },
  ]),
  /** The source whose list the popup opens with. */
  shownSource: setting<SourceId>(sourceId, hfDailyId),
  /** Whether lists show papers that are in them for a new version only. */
  showsReplacements: setting(z.boolean(), false),
  /** What the popup opens with: the list of a kind of period, or what is new. */
  period: setting(z.enum(viewKinds), 'day'),
  /** How much a row of the popup's list shows. */
  density: setting(z.enum(densities), initialLook.density),
  /** Whether the popup's list shows the pictures that Hugging Face has of papers. */
  hasThumbnails: setting(z.boolean(), initialLook.hasThumbnails),
  /** Whether the hint about the keys is done with: the user has used a key or closed the hint. */
  hasSeenKeyHint: setting(z.boolean(), false),
  /** The order of the popup's list. */
  listSort: setting(z.enum(sorts), plainArrangement.sort),
  /** The filters of the popup's list. */
  listFilters: setting(
    z.readonly(z.array(z.enum(listFilters)).check(z.maxLength(listFilters.length))),
    plainArrangement.filters,
  ),
  /** What the badge counts. */
  badge: setting(z.enum(badges), 'unseen'),
  /** Whether a paper that matches a watch is announced. */
  notifiesMatches: setting(z.boolean(), false),
  /** Whether the digest is announced once a day. */
  notifiesDigest: setting(z.boolean(), false),
  /** From this hour of the user's clock on. */
  digestHour: setting(hour, 9),
  /** Between these hours nothing is announced; equal hours mean no quiet time. */
  quietFrom: setting(hour, 22),
  quietUntil: setting(hour, 8),
  /** What the user searched for last, the newest first. */
  lastSearches: settingInTurn(
    z.readonly(
      z.array(z.string().check(z.maxLength(maxSearchLength))).check(z.maxLength(maxSearches)),
    ),
    [],
  ),
} as const

export type SettingName = keyof typeof settings
export type SettingValue<N extends SettingName> = (typeof settings)[N]['initial']
export type Settings = { readonly [N in SettingName]: SettingValue<N> }

declare const inTurn: unique symbol
/**
 * The new value of a setting, computed from the old one while its lock is held. Branded, so that a value made from a
 * stale copy does not compile: only `changeSettingInTurn`
 * (`lib/db/settings/change-setting-in-turn.ts`) makes one.
 */
export type InTurn<T> = T & { readonly [inTurn]: true }

type SettingChange<N extends SettingName> = (typeof settings)[N] extends {
  readonly changesInTurn: true
}
  ? InTurn<SettingValue<N>>
  : SettingValue<N>

/** Changes of settings; what is absent stays as it is. */
export type SettingChanges = { readonly [N in SettingName]?: SettingChange<N> }

/** The settings that no page changes by `changeSettings`: the worker does, where something else happens. */
const workerSettings = ['isWelcomed', 'lastSearches'] as const satisfies readonly SettingName[]

/** The changes that a page may ask for. */
export type PageSettingChanges = Omit<SettingChanges, (typeof workerSettings)[number]>

/** The schema of those changes, made from the settings. It can't see whether a value was made in turn. */
export function pageSettingChanges(): z.ZodMiniType<PageSettingChanges> {
  const isWorkers = (name: SettingName) => workerSettings.some((one) => one === name)
  const fields = settingNames
    .filter((name) => !isWorkers(name))
    .map((name) => [name, z.exactOptional<z.ZodMiniType>(settings[name].schema)])
  return z.strictObject(Object.fromEntries(fields)) as z.ZodMiniType<PageSettingChanges>
}

export const settingNames = Object.keys(settings) as SettingName[]

/** A setting as it is stored; its default where nothing is, or something that a setting can't be. */
export function readSetting<N extends SettingName>(name: N, stored: unknown): SettingValue<N> {
  const { schema, initial } = settings[name]
  const read = schema.safeParse(stored)
  return read.success ? read.data : initial
}
