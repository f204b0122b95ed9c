/**
 * The family of a status: what colour, texture and line of a legend it wears. `outside` is who was not in the state
 * system on the day, `untold` of whom the chosen sources do not tell whether it was; `unknown` whom no source covers,
 * or where sources leave it open.
 */
export type Family =
  'force' | 'consented' | 'signed' | 'leaving' | 'left' | 'against' | 'none' | 'unknown' | 'outside' | 'untold'

/** In the order of a legend: from bound to nothing. */
export const families: readonly Family[] = [
  'force',
  'consented',
  'signed',
  'leaving',
  'left',
  'against',
  'none',
  'unknown',
  'outside',
  'untold',
]

interface Words {
  readonly family: Family
  readonly label: string
  /** What follows the name of a state and precedes that of a treaty or norm, in a sentence about today. */
  readonly verb?: string
}

const statuses: Readonly<Record<string, Words>> = {
  NONE: { family: 'none', label: 'No act', verb: 'has taken no step towards' },
  NO_POSITION: { family: 'none', label: 'No act', verb: 'has no treaty act that stands on' },
  ENDORSED: { family: 'signed', label: 'Endorsed', verb: 'has endorsed' },
  SIGNED: { family: 'signed', label: 'Signed', verb: 'has signed, but is not bound by,' },
  SIGNALLED: { family: 'signed', label: 'Signalled', verb: 'has signalled support for' },
  SIGNATURE_REPUDIATED: {
    family: 'against',
    label: 'Signature taken back',
    verb: 'has declared that it does not mean to become a party to',
  },
  // Not a step further than a signature, as `spread` counts.
  PROVISIONAL: { family: 'signed', label: 'Applied provisionally', verb: 'applies provisionally' },
  CONSENTED: { family: 'consented', label: 'Consented', verb: 'has consented to, but is not yet bound by,' },
  COMMITTED: { family: 'consented', label: 'Committed', verb: 'is committed to, but has not yet taken on,' },
  SUSPENDED: { family: 'consented', label: 'Suspended', verb: 'is a party to, but does not apply for the time being,' },
  IN_FORCE: { family: 'force', label: 'In force', verb: 'is bound by' },
  // A norm is taken on: nobody is bound by the abolition of the death penalty.
  BOUND: { family: 'force', label: 'Taken on', verb: 'has taken on' },
  INTERNALIZED: { family: 'force', label: 'Internalized', verb: 'has taken on, at home and in practice,' },
  INSTITUTIONALIZED: { family: 'force', label: 'Institutionalized', verb: 'has taken on, at home too,' },
  BOUND_QUALIFIED: {
    family: 'force',
    label: 'Taken on, with reservations',
    verb: 'has taken on, with a reservation to its core,',
  },
  EXIT_PENDING: { family: 'leaving', label: 'Leaving', verb: 'is still bound by' },
  EXITING: { family: 'leaving', label: 'Leaving', verb: 'has taken on, and is leaving,' },
  EXITED: { family: 'left', label: 'Left', verb: 'has left' },
  TERMINATED: { family: 'left', label: 'Ended', verb: 'is no longer bound, since it ended, by' },
  LAPSED: { family: 'left', label: 'Lapsed', verb: 'is no longer bound, since the treaty ended, by' },
  CONTESTING: { family: 'against', label: 'Contests', verb: 'contests' },
  OBJECTING: { family: 'against', label: 'Objects', verb: 'objects to' },
  EXTINCT: { family: 'outside', label: 'No longer a state' },
  UNKNOWN: { family: 'unknown', label: 'Not known' },
}

const unknown: Words = { family: 'unknown', label: 'Not known' }
const wordsOf = (status: string): Words => statuses[status] ?? unknown

export const familyOf = (status: string): Family => wordsOf(status).family
export const labelOf = (status: string): string => wordsOf(status).label
export const verbOf = (status: string): string | undefined => wordsOf(status).verb

const ofTreaty: Readonly<Record<Family, string>> = {
  force: 'In force',
  consented: 'Consented, not yet in force',
  signed: 'Signed',
  leaving: 'Notice given, still bound',
  left: 'Left',
  against: 'Took its signature back, or speaks against it',
  none: 'No act',
  unknown: 'Not covered by the sources, or disputed',
  outside: 'Not in the state system then',
  untold: 'The chosen sources do not tell whether it was in the state system',
}
const ofNorm: Readonly<Partial<Record<Family, string>>> = {
  force: 'Taken on',
  consented: 'Committed, not yet in force',
  signed: 'Signed or endorsed',
}

/** What a legend calls a family, for a treaty or a norm. */
export const familyLabel = (family: Family, isNorm: boolean): string =>
  (isNorm ? ofNorm[family] : undefined) ?? ofTreaty[family]

/** Whether every status is possible, as of those of whom nobody keeps a record. */
export const isNotCovered = ({
  reason,
  possible,
}: {
  readonly reason: string | null
  readonly possible: readonly string[]
}): boolean => reason === 'not-covered' && (possible.includes('NONE') || possible.includes('NO_POSITION'))
