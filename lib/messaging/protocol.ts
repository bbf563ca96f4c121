import * as z from 'zod/mini'
import { pageFailures } from '../errors/page-failures'
import { pageTroubles } from '../errors/site-trouble'
import { citationFormats } from '../papers/citation-format'
import { statuses } from '../papers/entry'
import { entryLimits, limits } from '../papers/limits'
import { mostLinkedWorks } from '../papers/linked-works'
import { entryChangeFields, entrySchema } from '../papers/schemas/entry'
import { abstractSchema, pagePaperSchema, toldPaperSchema } from '../papers/schemas/paper'
import { day, list, paperId, text, time, webAddress } from '../papers/schemas/values'
import { watchChangeFields, watchSchema } from '../papers/schemas/watch'
import { isSourceId, type SourceId } from '../papers/source'
import { maxSearchLength } from '../settings/last-searches'
import { pageSettingChanges } from '../settings/settings'
import { carriedLimit, editLimit, importLimit, lookUpLimit, searchLimits } from './limits'

/*
 * Everything that parts of Dogear say to one another, in one place. The worker checks a request when it
 * arrives and its own reply before it leaves, so that the scripts in pages need the types of this file only
 * and carry no schema with them.
 */

/** Of a message. A page that was not answered sends it again under the same id, and it is done once. */
const messageId = z.uuid()

const period = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day }),
  z.strictObject({ kind: z.literal('week'), week: z.string().check(z.regex(/^\d{4}-W\d{2}$/)) }),
  z.strictObject({ kind: z.literal('month'), month: z.string().check(z.regex(/^\d{4}-\d{2}$/)) }),
  z.strictObject({ kind: z.enum(['trending', 'latest']) }),
])

/** A fact in a line of facts: what is shown, and how a screen reader says it. */
const fact = z.strictObject({ text: z.string(), spoken: z.string() })

/**
 * What the user and the lists know about a paper, as far as a page may learn it (docs/decisions/0028), and already in
 * words: the data that turns numbers and days into words is too large to load in every page.
 */
const knowledge = z.strictObject({
  /** What the words are in: `en-GB`. */
  language: z.string(),
  status: z.exactOptional(z.enum(statuses)),
  /** "saved", "read 12 March" */
  statusText: z.exactOptional(z.string()),
  /** "2 tags", where it has any: which ones, the field tells once it is open. */
  tagsText: z.exactOptional(z.string()),
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
  fields: z.string(),
  undo: z.string(),
  undone: z.string(),
  more: z.string(),
  alsoAs: z.string(),
  /**
   * The label of the control that says that two names are not of one paper, with `{name}` in the place of the
   * name.
   */
  separate: z.string(),
  copy: z.string(),
  copied: z.string(),
  formats: z.record(z.enum(citationFormats), z.string()),
})

/** What a bar or a card shows of one paper. Its tags and its note go into a page when their field is opened. */
const description = z.strictObject({
  ...knowledge.shape,
  hasNote: z.boolean(),
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

/** A note is written about one paper. */
const { note: _note, ...fieldsOfSeveral } = entryChangeFields

/** A paper as its page describes it. What a source said of the paper comes before all of it. */
const pageReading = z.object({
  paper: pagePaperSchema,
  abstract: z.exactOptional(abstractSchema),
})

/** A paper as a source describes it, not stored yet. */
const toldPaper = z.object({ paper: toldPaperSchema, abstract: abstractSchema })

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

/** The outcome of undoing a change, or of doing it again; null where there is nothing to undo. */
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
  /**
   * Whether it changes something of the user's, so that the order of several counts: the worker does it once however
   * often it comes, and after those that its sender sent before. Every message has to say so.
   */
  readonly isChange: boolean
}

export const protocol = {
  /** What is known of these papers. Papers about which there is nothing to say are not in the reply. */
  lookUp: {
    request: z.strictObject({ paperIds: z.array(paperId).check(z.maxLength(lookUpLimit)) }),
    reply: z.record(z.string(), knowledge),
    from: ['page', 'extension'],
    isChange: false,
  },
  /** Everything that a bar or a card shows of one paper. `aliases` are the other names that its page gives it. */
  describe: {
    request: z.strictObject({
      paperId,
      aliases: z.exactOptional(list(paperId, limits.pageAliases)),
    }),
    reply: description,
    from: ['page', 'extension'],
    isChange: false,
  },
  /** The tags and the note of a paper, for the field that the user has opened. `aliases` as of `describe`. */
  readTagsAndNote: {
    request: z.strictObject({
      paperId,
      aliases: z.exactOptional(list(paperId, limits.pageAliases)),
    }),
    reply: z.strictObject({ tags: z.readonly(z.array(z.string())), note: z.string() }),
    from: ['page', 'extension'],
    isChange: false,
  },
  /** What went wrong in words, for a page to have at hand when the extension is gone. */
  readFailureWords: {
    request: z.strictObject({}),
    reply: z.record(z.enum(pageFailures), z.string()),
    from: ['page'],
    isChange: false,
  },
  /** A paper as text to paste. Its title must be known. */
  cite: {
    request: z.strictObject({ paperId, format: z.enum(citationFormats) }),
    reply: z.string(),
    from: ['page', 'extension'],
    isChange: false,
  },
  /** Something is wrong with the page. Sent once, so that the options page can say why Dogear shows nothing there. */
  noteTrouble: {
    request: z.strictObject({ trouble: z.enum(pageTroubles) }),
    reply: z.null(),
    from: ['page'],
    isChange: false,
  },
  /** Tags of the user's to complete what is typed, in the order of the alphabet. */
  listTags: {
    request: z.strictObject({ typed: z.exactOptional(text(entryLimits.tag)) }),
    reply: z.readonly(z.array(z.string())),
    from: ['page', 'extension'],
    isChange: false,
  },
  /**
   * Changes what the user knows about a paper; what is absent stays as it is. `page` is what the paper's own
   * page says about it.
   */
  editEntry: {
    request: z.strictObject({
      paperId,
      ...entryChangeFields,
      page: z.exactOptional(pageReading),
    }),
    reply: entrySchema,
    from: ['page', 'extension'],
    isChange: true,
  },
  /** Changes what the user knows about several papers: all of it, or nothing. The reply has the order of the request. */
  editEntries: {
    request: z.strictObject({
      changes: z.readonly(
        z
          .array(z.strictObject({ paperId, ...fieldsOfSeveral }))
          .check(z.minLength(1), z.maxLength(editLimit)),
      ),
    }),
    reply: z.readonly(z.array(entrySchema)),
    from: ['extension'],
    isChange: true,
  },
  /** These two names are not of one paper. */
  separate: {
    request: z.strictObject({ paperId, name: paperId }),
    reply: z.null(),
    from: ['page', 'extension'],
    isChange: true,
  },
  /** Undoes a change, by the id of the message that asked for it. */
  undoChange: {
    request: z.strictObject({ changeId: messageId }),
    reply: undone,
    from: ['page', 'extension'],
    isChange: true,
  },
  /** Undoes the newest change that is not undone, wherever it was made. */
  undoNewest: { request: z.strictObject({}), reply: undone, from: ['extension'], isChange: true },
  /** Does a change again that was undone: the one that was undone last, unless another one is named. */
  redoChange: {
    request: z.strictObject({ changeId: z.exactOptional(messageId) }),
    reply: undone,
    from: ['extension'],
    isChange: true,
  },
  /** Changes settings; what is absent stays as it is. What is added to or taken from goes through `changeSetting`. */
  changeSettings: {
    request: pageSettingChanges(),
    reply: z.null(),
    from: ['extension'],
    isChange: true,
  },
  /** Remembers what the user has searched for. */
  noteSearch: {
    request: z.strictObject({ search: text(maxSearchLength) }),
    reply: z.null(),
    from: ['extension'],
    isChange: false,
  },
  /** Forgets what the user has searched for. */
  forgetSearches: {
    request: z.strictObject({}),
    reply: z.null(),
    from: ['extension'],
    isChange: false,
  },
  /** The user has been shown these papers in a list. */
  markSeen: {
    request: z.strictObject({ paperIds: z.array(paperId).check(z.maxLength(lookUpLimit)) }),
    reply: z.null(),
    from: ['extension'],
    isChange: false,
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
    isChange: false,
  },
  /**
   * Finds out which models, datasets and spaces are linked to a paper, where that is not known or old. From a private
   * window it is asked without being stored.
   */
  findLinkedWorks: {
    request: z.strictObject({ paperId, isStored: z.boolean() }),
    reply: linkedWorks,
    from: ['extension'],
    isChange: false,
  },
  /**
   * Fetching every list that the source ever had: starts it or goes on with it, pauses it, or gives it up. How
   * far it is stands in the database.
   */
  controlHistory: {
    request: z.strictObject({ action: z.enum(['start', 'pause', 'cancel']) }),
    reply: z.null(),
    from: ['extension'],
    isChange: false,
  },
  /** Stops what `syncList` began; its caller gets the failure `cancelled`. */
  cancelSync: {
    request: z.strictObject({}),
    reply: z.null(),
    from: ['extension'],
    isChange: false,
  },
  /** Asks Hugging Face for papers by what the user typed. The worker makes the address; nothing is stored. */
  searchPapers: {
    request: z.strictObject({ words: text(searchLimits.words).check(z.minLength(1)) }),
    reply: z.readonly(z.array(toldPaper).check(z.maxLength(searchLimits.papers))),
    from: ['extension'],
    isChange: false,
  },
  /** Stops what `searchPapers` began; its caller gets the failure `cancelled`. */
  cancelSearch: {
    request: z.strictObject({}),
    reply: z.null(),
    from: ['extension'],
    isChange: false,
  },
  /** Stores a new watch, or one that was removed. The reply is the one that asks this, which may have been there. */
  addWatch: { request: watchSchema, reply: watchSchema, from: ['extension'], isChange: true },
  /** Changes a watch; what is absent stays as it is. The reply is null where it is no longer there. */
  changeWatch: {
    request: z.strictObject({ id: z.uuid(), ...watchChangeFields }),
    reply: z.nullable(watchSchema),
    from: ['extension'],
    isChange: true,
  },
  removeWatch: {
    request: z.strictObject({ id: z.uuid() }),
    reply: z.null(),
    from: ['extension'],
    isChange: true,
  },
  /** Stores a paper that `searchPapers` found, because the user is about to save or edit it. */
  keepPaper: { request: toldPaper, reply: z.null(), from: ['extension'], isChange: false },
  /**
   * Puts what the last backup has into the database, besides what is there. `isAnew` begins a new database first,
   * where the old one can't be read.
   */
  restoreBackup: {
    request: z.strictObject({ isAnew: z.boolean() }),
    reply: z.strictObject({ entries: z.number(), damaged: z.number(), refused: z.number() }),
    from: ['extension'],
    isChange: false,
  },
  /** The user does not want the backup back: from now on the database is backed up as it is. */
  declineBackup: {
    request: z.strictObject({}),
    reply: z.null(),
    from: ['extension'],
    isChange: false,
  },
  /**
   * Merges rows of a file into one table. The worker checks each row, because the schemas of rows belong to the
   * database. All with the same `importId` are one change, which can be undone under it.
   */
  importRows: {
    request: z.strictObject({
      importId: messageId,
      table: text(100),
      rows: z.readonly(z.array(z.unknown()).check(z.maxLength(importLimit))),
      papers: z.readonly(z.array(z.unknown()).check(z.maxLength(importLimit))),
    }),
    reply: z.strictObject({
      added: z.number(),
      changed: z.number(),
      same: z.number(),
      refused: z.number(),
    }),
    from: ['extension'],
    isChange: false,
  },
  /** Erases everything, backups as well. The reply is how many entries there were. */
  eraseAll: {
    request: z.strictObject({}),
    reply: z.strictObject({ entries: z.number() }),
    from: ['extension'],
    isChange: false,
  },
} as const satisfies Record<string, Message>

export type Protocol = typeof protocol
export type MessageName = keyof Protocol
/** The messages that change something of the user's. */
export type ChangingMessage = {
  [N in MessageName]: Protocol[N]['isChange'] extends true ? N : never
}[MessageName]
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

/** A message as it is sent, with the earlier messages of its sender that have no answer yet. */
export const envelope = z.strictObject({
  ...named.shape,
  before: z.exactOptional(z.readonly(z.array(named).check(z.maxLength(carriedLimit)))),
})

/**
 * From the worker to the pages: something is now known, or known differently, about these papers; or the user
 * has changed on which sites Dogear is, and this may be one of them; or the user wants to write tags here.
 */
export const anyBroadcast = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('changed'), paperIds: z.array(paperId) }),
  z.strictObject({ name: z.literal('sitesChanged') }),
  z.strictObject({ name: z.literal('editTags') }),
])
export type Broadcast = z.infer<typeof anyBroadcast>
