import * as z from 'zod/mini'
import { pageTroubles } from '../errors/site-trouble'
import { citationFormats } from '../papers/citation-format'
import { isDay } from '../papers/day'
import { entryLimits, statuses } from '../papers/entry'
import { mostLinkedWorks } from '../papers/linked-works'
import { limits } from '../papers/paper'
import { isPaperId, type PaperId } from '../papers/paper-id'
import { isSourceId, type SourceId } from '../papers/source'
import { watchLimits } from '../papers/watch'
import { maxSearchLength } from '../settings/last-searches'
import { schemaInTurn, settings } from '../settings/settings'
import { carriedLimit, editLimit, importLimit, lookUpLimit, searchLimits } from './limits'

/*
 * Everything that parts of Dogear say to one another, in one place. The worker checks a request when it
 * arrives and its own reply before it leaves, so that the scripts in pages need the types of this file only
 * and carry no schema with them.
 */

const paperId = z.custom<PaperId>(isPaperId)
const day = z.string().check(z.refine(isDay))
const time = z.number().check(z.nonnegative())
const text = (length: number) => z.string().check(z.maxLength(length))
const tags = z.readonly(z.array(text(entryLimits.tag)).check(z.maxLength(entryLimits.tags)))
const aliases = z.readonly(z.array(paperId).check(z.maxLength(20)))
/** Of a message. A page that was not answered sends it again under the same id, and it is done once. */
const messageId = z.uuid()
const webAddress = z.url({ protocol: /^https?$/ }).check(z.maxLength(2_000))

const period = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day }),
  z.strictObject({ kind: z.literal('week'), week: z.string().check(z.regex(/^\d{4}-W\d{2}$/)) }),
  z.strictObject({ kind: z.literal('month'), month: z.string().check(z.regex(/^\d{4}-\d{2}$/)) }),
  z.strictObject({ kind: z.enum(['trending', 'latest']) }),
])

const entry = z.strictObject({
  paperId,
  status: z.exactOptional(z.enum(statuses)),
  statusAt: z.exactOptional(time),
  tags: z.readonly(z.array(z.string())),
  note: z.string(),
  createdAt: time,
  updatedAt: time,
})

const watchFields = {
  question: text(watchLimits.question),
  name: z.exactOptional(text(watchLimits.name)),
  isEnabled: z.boolean(),
  notifies: z.boolean(),
}
const watch = z.strictObject({ id: z.uuid(), createdAt: time, ...watchFields })

/** A fact in a line of facts: what is shown, and how a screen reader says it. */
const fact = z.strictObject({ text: z.string(), spoken: z.string() })

/**
 * What the user and the lists know about a paper, as far as a page may show it, and already in words: to put
 * numbers and days into words takes data that is dear to load in every page.
 */
const knowledge = z.strictObject({
  status: z.exactOptional(z.enum(statuses)),
  /** "saved", "read 12 March" */
  statusText: z.exactOptional(z.string()),
  tags: z.readonly(z.array(z.string())),
  /** Votes, rank and day. */
  facts: z.readonly(z.array(fact)),
  /** The names of the watches that it matches. */
  watches: z.exactOptional(fact),
  /** What a screen reader says of a mark. */
  spoken: z.string(),
})

/** The labels of the controls in bar and card. */
const controlWords = z.strictObject({
  dogear: z.string(),
  save: z.string(),
  unsave: z.string(),
  statuses: z.record(z.enum(statuses), z.string()),
  tags: z.string(),
  addTag: z.string(),
  newTag: z.string(),
  /** With `{tag}` in the place of the tag. */
  removeTag: z.string(),
  note: z.string(),
  addNote: z.string(),
  notePlaceholder: z.string(),
  undo: z.string(),
  more: z.string(),
  alsoAs: z.string(),
  /** That two names are not of one paper, with `{name}` in the place of the name. */
  separate: z.string(),
  copy: z.string(),
  copied: z.string(),
  formats: z.record(z.enum(citationFormats), z.string()),
})

/** What a bar or a card shows of one paper. The note is the user's own: it goes where it is shown, and only then. */
const description = z.strictObject({
  ...knowledge.shape,
  note: z.string(),
  title: z.string(),
  /** "P. Lane, R. Moor and 5 others · Lakeside Lab" */
  byline: z.string(),
  summary: z.string(),
  /** The paper's other names: "OpenReview H1kjdOYlx" */
  alsoAs: z.readonly(z.array(z.strictObject({ name: paperId, text: z.string() }))),
  /** Whether enough is known of it to cite it. */
  isCitable: z.boolean(),
  /** How it stands with what is being fetched of a paper that is kept by its name alone. */
  progress: z.exactOptional(z.string()),
  code: z.exactOptional(z.strictObject({ url: webAddress, ...fact.shape })),
  words: controlWords,
})

/** A paper as a page tells it: nothing of it is believed where a source has spoken. */
const pageReading = z.object({
  paper: z.object({
    id: paperId,
    aliases,
    title: text(limits.title).check(z.minLength(1)),
    authors: z.readonly(z.array(text(limits.author)).check(z.maxLength(limits.authors))),
    publishedOn: z.exactOptional(z.string().check(z.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))),
    venue: z.exactOptional(text(limits.venue)),
    keywords: z.readonly(z.array(text(limits.keyword)).check(z.maxLength(limits.keywords))),
    code: z.exactOptional(z.object({ url: webAddress })),
    projectUrl: z.exactOptional(webAddress),
    pdfUrl: z.exactOptional(webAddress),
    origin: z.literal('page'),
  }),
  abstract: z.exactOptional(text(limits.abstract)),
})

/** A paper as a source tells it, that is not stored yet. */
const toldPaper = z.object({
  paper: z.object({
    id: paperId,
    aliases,
    title: text(limits.title).check(z.minLength(1)),
    authors: z.readonly(z.array(text(limits.author)).check(z.maxLength(limits.authors))),
    organization: z.exactOptional(text(limits.author)),
    organizationHandle: z.exactOptional(text(limits.handle)),
    submitterHandle: z.exactOptional(text(limits.handle)),
    publishedOn: z.exactOptional(day),
    aiSummary: z.exactOptional(text(limits.summary)),
    keywords: z.readonly(z.array(text(limits.keyword)).check(z.maxLength(limits.keywords))),
    votes: z.exactOptional(z.number()),
    comments: z.exactOptional(z.number()),
    code: z.exactOptional(z.object({ url: webAddress, stars: z.exactOptional(z.number()) })),
    projectUrl: z.exactOptional(webAddress),
    thumbnailUrl: z.exactOptional(webAddress),
    origin: z.enum(['source', 'page']),
  }),
  abstract: text(limits.abstract),
})

const linkedGroup = z.strictObject({
  works: z
    .readonly(z.array(z.strictObject({ id: z.string(), likes: z.exactOptional(z.number()) })))
    .check(z.maxLength(mostLinkedWorks)),
  total: z.number(),
})
const linkedWorks = z.strictObject({
  paperId,
  models: linkedGroup,
  datasets: linkedGroup,
  spaces: linkedGroup,
  fetchedAt: time,
})

/** What came of undoing a change, or of doing it again; null where there is nothing to undo. */
const undone = z.nullable(
  z.strictObject({
    /** "Undid: saved “On caches”" */
    text: z.string(),
    /** Papers whose entries have changed. */
    paperIds: z.readonly(z.array(paperId)),
  }),
)

/** What one list's sync did. */
const syncReport = z.strictObject({
  key: z.custom<`${string}/${string}`>((value) => typeof value === 'string'),
  total: z.number(),
  added: z.number(),
  skipped: z.number(),
})

/** `page`: the top frame of a page that is annotated. `extension`: a page of the extension itself. */
export type SenderKind = 'page' | 'extension'

interface Message {
  readonly request: z.ZodMiniType
  readonly reply: z.ZodMiniType
  readonly from: readonly SenderKind[]
}

export const protocol = {
  /** What is known of these papers. Papers about which there is nothing to say are not in the reply. */
  lookUp: {
    request: z.strictObject({ paperIds: z.array(paperId).check(z.maxLength(lookUpLimit)) }),
    reply: z.record(z.string(), knowledge),
    from: ['page', 'extension'],
  },
  /** Everything that a bar or a card shows of one paper. `aliases` are the other names that its page gives it. */
  describe: {
    request: z.strictObject({ paperId, aliases: z.exactOptional(aliases) }),
    reply: description,
    from: ['page', 'extension'],
  },
  /** A paper of which the title is known, as text to paste. */
  cite: {
    request: z.strictObject({ paperId, format: z.enum(citationFormats) }),
    reply: z.string(),
    from: ['page', 'extension'],
  },
  /** Something is wrong with the page: told once, so that the user can find out why there is nothing of Dogear on it. */
  noteTrouble: {
    request: z.strictObject({ trouble: z.enum(pageTroubles) }),
    reply: z.null(),
    from: ['page'],
  },
  /** The tags that the user has, in the order of the alphabet. */
  listTags: {
    request: z.strictObject({}),
    reply: z.readonly(z.array(z.string())),
    from: ['page', 'extension'],
  },
  /**
   * Changes what the user knows about a paper; what is absent stays as it is. `page` is what the paper's own
   * page says about it.
   */
  editEntry: {
    request: z.strictObject({
      paperId,
      status: z.exactOptional(z.nullable(z.enum(statuses))),
      addTags: z.exactOptional(tags),
      removeTags: z.exactOptional(tags),
      note: z.exactOptional(text(entryLimits.note)),
      page: z.exactOptional(pageReading),
    }),
    reply: entry,
    from: ['page', 'extension'],
  },
  /** Changes what the user knows about several papers: all of it, or nothing. The reply has the order of the request. */
  editEntries: {
    request: z.strictObject({
      changes: z.readonly(
        z
          .array(
            z.strictObject({
              paperId,
              status: z.exactOptional(z.nullable(z.enum(statuses))),
              addTags: z.exactOptional(tags),
              removeTags: z.exactOptional(tags),
            }),
          )
          .check(z.minLength(1), z.maxLength(editLimit)),
      ),
    }),
    reply: z.readonly(z.array(entry)),
    from: ['extension'],
  },
  /** These two names are not of one paper. */
  separate: {
    request: z.strictObject({ paperId, name: paperId }),
    reply: z.null(),
    from: ['page', 'extension'],
  },
  /** Undoes a change, by the id of the message that asked for it. */
  undoChange: {
    request: z.strictObject({ changeId: messageId }),
    reply: undone,
    from: ['page', 'extension'],
  },
  /** Undoes the newest change that is not undone, wherever it was made. */
  undoNewest: { request: z.strictObject({}), reply: undone, from: ['extension'] },
  /** Does a change again that was undone: the one that was undone last, unless another one is named. */
  redoChange: {
    request: z.strictObject({ changeId: z.exactOptional(messageId) }),
    reply: undone,
    from: ['extension'],
  },
  /** Changes settings; what is absent stays as it is. What is added to or taken from goes through `changeSetting`. */
  changeSettings: {
    request: z.strictObject({
      sitesOff: z.exactOptional(schemaInTurn('sitesOff')),
      offersDeclined: z.exactOptional(schemaInTurn('offersDeclined')),
      sources: z.exactOptional(schemaInTurn('sources')),
      shownSource: z.exactOptional(settings.shownSource.schema),
      showsReplacements: z.exactOptional(settings.showsReplacements.schema),
      period: z.exactOptional(settings.period.schema),
      density: z.exactOptional(settings.density.schema),
      hasThumbnails: z.exactOptional(settings.hasThumbnails.schema),
      hasSeenKeyHint: z.exactOptional(settings.hasSeenKeyHint.schema),
      listSort: z.exactOptional(settings.listSort.schema),
      listFilters: z.exactOptional(settings.listFilters.schema),
      syncInterval: z.exactOptional(settings.syncInterval.schema),
      catchUpDays: z.exactOptional(settings.catchUpDays.schema),
      keepDays: z.exactOptional(settings.keepDays.schema),
      badge: z.exactOptional(settings.badge.schema),
      notifiesMatches: z.exactOptional(settings.notifiesMatches.schema),
      notifiesDigest: z.exactOptional(settings.notifiesDigest.schema),
      digestHour: z.exactOptional(settings.digestHour.schema),
      quietFrom: z.exactOptional(settings.quietFrom.schema),
      quietUntil: z.exactOptional(settings.quietUntil.schema),
    }),
    reply: z.null(),
    from: ['extension'],
  },
  /** Remembers what the user has searched for. */
  noteSearch: {
    request: z.strictObject({ search: text(maxSearchLength) }),
    reply: z.null(),
    from: ['extension'],
  },
  /** Forgets what the user has searched for. */
  forgetSearches: { request: z.strictObject({}), reply: z.null(), from: ['extension'] },
  /** The user has been shown these papers in a list. */
  markSeen: {
    request: z.strictObject({ paperIds: z.array(paperId).check(z.maxLength(lookUpLimit)) }),
    reply: z.null(),
    from: ['extension'],
  },
  /**
   * Fetches the list of a source for a period, or its newest where none is given. `force` asks again even where the last
   * answer is only minutes old.
   */
  syncList: {
    request: z.strictObject({
      source: z.custom<SourceId>(isSourceId),
      period: z.exactOptional(period),
      force: z.exactOptional(z.boolean()),
    }),
    reply: z.nullable(syncReport),
    from: ['extension'],
  },
  /**
   * Finds out which models, datasets and spaces are linked to a paper, where that is not known or old. From a private
   * window it is asked without being stored.
   */
  findLinkedWorks: {
    request: z.strictObject({ paperId, isStored: z.boolean() }),
    reply: linkedWorks,
    from: ['extension'],
  },
  /**
   * Fetching every list that the source ever had: starts it or goes on with it, pauses it, or gives it up. How
   * far it is stands in the database.
   */
  controlHistory: {
    request: z.strictObject({ action: z.enum(['start', 'pause', 'cancel']) }),
    reply: z.null(),
    from: ['extension'],
  },
  /** Stops what `syncList` began; its caller gets the failure `cancelled`. */
  cancelSync: { request: z.strictObject({}), reply: z.null(), from: ['extension'] },
  /** Asks Hugging Face for papers by words of the user's. The worker makes the address; nothing is stored. */
  searchPapers: {
    request: z.strictObject({ words: text(searchLimits.words).check(z.minLength(1)) }),
    reply: z.readonly(z.array(toldPaper).check(z.maxLength(searchLimits.papers))),
    from: ['extension'],
  },
  /** Stops what `searchPapers` began; its caller gets the failure `cancelled`. */
  cancelSearch: { request: z.strictObject({}), reply: z.null(), from: ['extension'] },
  /** Stores a new watch, or one that was removed. The reply is the one that asks this, which may have been there. */
  addWatch: { request: watch, reply: watch, from: ['extension'] },
  /** Changes a watch; what is absent stays as it is. The reply is null where it is no longer there. */
  changeWatch: {
    request: z.strictObject({
      id: z.uuid(),
      question: z.exactOptional(watchFields.question),
      name: watchFields.name,
      isEnabled: z.exactOptional(watchFields.isEnabled),
      notifies: z.exactOptional(watchFields.notifies),
    }),
    reply: z.nullable(watch),
    from: ['extension'],
  },
  removeWatch: { request: z.strictObject({ id: z.uuid() }), reply: z.null(), from: ['extension'] },
  /** Stores a paper that `searchPapers` found, for the user does something with it. */
  keepPaper: { request: toldPaper, reply: z.null(), from: ['extension'] },
  /**
   * Puts what the last backup has into the database, besides what is there. `isAnew` begins a new database first,
   * where the old one can't be read.
   */
  restoreBackup: {
    request: z.strictObject({ isAnew: z.boolean() }),
    reply: z.strictObject({ entries: z.number(), damaged: z.number() }),
    from: ['extension'],
  },
  /** The user does not want the backup back: from now on the database is backed up as it is. */
  declineBackup: { request: z.strictObject({}), reply: z.null(), from: ['extension'] },
  /**
   * Merges rows of a file into one table. The worker checks each, for only the database knows what they are. All with
   * the same `importId` are one change, which can be undone under it.
   */
  importRows: {
    request: z.strictObject({
      importId: messageId,
      table: text(100),
      rows: z.readonly(z.array(z.unknown()).check(z.maxLength(importLimit))),
      papers: z.readonly(z.array(z.unknown()).check(z.maxLength(importLimit))),
    }),
    reply: z.strictObject({ added: z.number(), changed: z.number(), same: z.number() }),
    from: ['extension'],
  },
  /** Erases everything, backups as well. The reply is how many entries there were. */
  eraseAll: {
    request: z.strictObject({}),
    reply: z.strictObject({ entries: z.number() }),
    from: ['extension'],
  },
} as const satisfies Record<string, Message>

export type Protocol = typeof protocol
export type MessageName = keyof Protocol
export type Request<N extends MessageName> = z.infer<Protocol[N]['request']>
export type Reply<N extends MessageName> = z.infer<Protocol[N]['reply']>
export type Knowledge = z.infer<typeof knowledge>
export type ToldPaper = z.infer<typeof toldPaper>
export type Description = z.infer<typeof description>
export type ControlWords = z.infer<typeof controlWords>

/** The name of a message and its payload, and an id by which it is known if it comes again. */
const named = z.strictObject({
  name: z.string(),
  payload: z.unknown(),
  id: z.exactOptional(messageId),
})

/** What travels: a message, and those that its sender has sent before it and has no answer to yet. */
export const envelope = z.strictObject({
  ...named.shape,
  before: z.exactOptional(z.readonly(z.array(named).check(z.maxLength(carriedLimit)))),
})

/**
 * From the worker to the pages: something is now known, or known differently, about these papers; or the user
 * has changed on which sites Dogear is, and this may be one of them; or the user wants to write tags here.
 */
export const announcement = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('changed'), paperIds: z.array(paperId) }),
  z.strictObject({ name: z.literal('sitesChanged') }),
  z.strictObject({ name: z.literal('editTags') }),
])
export type Announcement = z.infer<typeof announcement>
