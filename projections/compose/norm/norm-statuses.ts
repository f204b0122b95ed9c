/**
 * Layer 2: where an actor stands towards a norm, over all instruments that carry it. A ladder from NO_POSITION to
 * INTERNALIZED; off it stand those who speak against the norm, those who leave or have left it, and those whose
 * instrument ended. NO_POSITION is the lowest rung: nothing that stands was done under the treaties. It does not say
 * that the actor is indifferent, and answers for people say "no treaty act".
 */
export const normStatuses = [
  'NO_POSITION',
  'ENDORSED',
  'SIGNALLED',
  'COMMITTED',
  'BOUND_QUALIFIED',
  'BOUND',
  'INSTITUTIONALIZED',
  'INTERNALIZED',
  'OBJECTING',
  'CONTESTING',
  'EXITING',
  'EXITED',
  'LAPSED',
  'UNKNOWN',
] as const
export type NormStatus = (typeof normStatuses)[number]

/**
 * What each legal status under one instrument comes to. Operation suspended, it is a commitment that does not bind for
 * the time being.
 */
const steps: Readonly<Record<string, NormStatus>> = {
  NONE: 'NO_POSITION',
  SIGNED: 'SIGNALLED',
  SIGNATURE_REPUDIATED: 'NO_POSITION',
  PROVISIONAL: 'COMMITTED',
  CONSENTED: 'COMMITTED',
  SUSPENDED: 'COMMITTED',
  IN_FORCE: 'BOUND',
  EXIT_PENDING: 'EXITING',
  EXITED: 'EXITED',
  TERMINATED: 'LAPSED',
  EXTINCT: 'NO_POSITION',
}

export const stepOf = (legal: string): NormStatus => steps[legal] ?? 'UNKNOWN'

/** In force for the actor, be it under notice. */
export const isInForce = (legal: string): boolean => legal === 'IN_FORCE' || legal === 'EXIT_PENDING'

/**
 * What several instruments come to, strongest first. Being bound by any outweighs leaving another; leaving, and having
 * left, show only where nothing else binds: a mere signature elsewhere does not hide them. An instrument that ended
 * shows only where nothing is left but words.
 */
const strongest: readonly NormStatus[] = [
  'BOUND',
  'BOUND_QUALIFIED',
  'EXITING',
  'EXITED',
  'COMMITTED',
  'SIGNALLED',
  'LAPSED',
  'ENDORSED',
  'NO_POSITION',
]

const placeOf = (status: NormStatus): number => {
  const place = strongest.indexOf(status)
  return place < 0 ? strongest.length : place
}

/** The max rule: the strongest of two decides. */
export const stronger = (a: NormStatus, b: NormStatus): NormStatus => (placeOf(a) <= placeOf(b) ? a : b)

/** What every instrument must give together is the least that one gives. */
const least: readonly NormStatus[] = [
  'BOUND',
  'BOUND_QUALIFIED',
  'EXITING',
  'COMMITTED',
  'SIGNALLED',
  'ENDORSED',
  'EXITED',
  'LAPSED',
  'NO_POSITION',
]

/** The `all` rule: the weaker of two decides; who has left one of them, or never took it on, is not bound by all. */
export const weaker = (a: NormStatus, b: NormStatus): NormStatus => (least.indexOf(a) >= least.indexOf(b) ? a : b)

/** A protocol whose parent is not in force for the actor lifts it no higher than the parent does. */
export const cappedBy = (own: NormStatus, parentLegal: string): NormStatus => {
  if (isInForce(parentLegal)) return own
  const parent = stepOf(parentLegal)
  if (parent === 'EXITED' || parent === 'LAPSED')
    return own === 'BOUND' || own === 'BOUND_QUALIFIED' || own === 'EXITING' ? parent : own
  return placeOf(own) > placeOf(parent) ? own : parent
}

/** A status that is bound, with or without qualification. */
export const isBound = (status: NormStatus): boolean =>
  status === 'BOUND' || status === 'BOUND_QUALIFIED' || status === 'INSTITUTIONALIZED' || status === 'INTERNALIZED'
