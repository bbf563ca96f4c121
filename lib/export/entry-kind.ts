import type { Paper } from '../papers/paper'
import type { PaperId, Scheme } from '../papers/paper-id'
import { venueOf } from './venue'

/** The kinds of entry of BibTeX that papers come as. */
export type EntryKind = 'misc' | 'article' | 'inproceedings' | 'incollection'

/** What the sites are that give these ids. Those that have both journals and conferences are not among them. */
const kindsOfSchemes: Partial<Readonly<Record<Scheme, EntryKind>>> = {
  aaai: 'inproceedings',
  cvf: 'inproceedings',
  ijcai: 'inproceedings',
  isca: 'inproceedings',
  jmlr: 'article',
  mdpi: 'article',
  neurips: 'inproceedings',
  oup: 'article',
  pmlr: 'inproceedings',
  pos: 'inproceedings',
  usenix: 'inproceedings',
}

/** What calls itself a journal, whatever else is in its name. */
const journal =
  /\b(?:journal|transactions|letters|annals|magazine|bulletin|review|reviews|trans\.|lett\.|j\.)(?=\W|$)|^proc(?:eedings|\.) of the (?:national academy|ieee$|royal|(?:\w+ )?society)/i
const meeting =
  /\b(?:proceedings|proc\.|conference|conf\.|workshops?|symposium|meeting|advances in neural information|findings of the)(?=\W|$)/i
/** Of the conferences on machine learning and its neighbours, and of one such as `KILO '23`. */
const meetingName =
  /\b(?:AAAI|ACL|AISTATS|COLING|COLM|COLT|CoRL|CVPR|EACL|ECCV|EMNLP|ICASSP|ICCV|ICLR|ICML|ICRA|IJCAI|Interspeech|IROS|KDD|MICCAI|MLSys|NAACL|NeurIPS|NIPS|SIGGRAPH|SIGIR|UAI|WACV|WWW)\b|\S ['’]\d\d\b/
/** The two journals in the ACL Anthology: `2024.tacl-1.1`, `Q13-1001`, `J93-2004`. */
const aclJournal = /^(?:\d{4}\.tacl-|\d{4}\.cl-|[QJ]\d)/

/**
 * The kind of a paper's entry: by what told where it came out, where that is known; else by the site that named it;
 * and by the words of the venue only where there is nothing else. A preprint, and what is known by no venue, is `misc`.
 */
export function entryKind(paper: Paper): EntryKind {
  const venue = venueOf(paper)
  if (venue === undefined) return 'misc'
  const [told] = [paper.id, ...paper.aliases].flatMap((id) => kindBySite(id) ?? [])
  if (told !== undefined) return told
  if (journal.test(venue)) return 'article'
  return meeting.test(venue) || meetingName.test(venue) ? 'inproceedings' : 'article'
}

function kindBySite(id: PaperId): EntryKind | undefined {
  const [scheme, name = ''] = id.split(/:(.*)/)
  if (scheme === 'acl') return aclJournal.test(name) ? 'article' : 'inproceedings'
  return kindsOfSchemes[scheme as Scheme]
}
