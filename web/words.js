/** Statuses in words, and the family whose colour they wear. */
const statuses = {
  NONE: ['none', 'No step', 'has taken no step towards'],
  NO_POSITION: ['none', 'No treaty act', 'has no treaty act that stands on'],
  ENDORSED: ['begun', 'Endorsed', 'has endorsed'],
  SIGNED: ['begun', 'Signed', 'has signed, but is not bound by,'],
  SIGNALLED: ['begun', 'Signalled', 'has signalled support for'],
  PROVISIONAL: ['promised', 'Provisional', 'applies provisionally'],
  CONSENTED: ['promised', 'Consented', 'has consented to, but is not yet bound by,'],
  COMMITTED: ['promised', 'Committed', 'is committed to, but not yet bound by,'],
  IN_FORCE: ['bound', 'In force', 'is bound by'],
  BOUND: ['bound', 'Bound', 'is bound by'],
  INTERNALIZED: ['bound', 'Internalized', 'is bound, at home and in practice, by'],
  INSTITUTIONALIZED: ['bound', 'Institutionalized', 'is bound, at home too, by'],
  BOUND_QUALIFIED: ['bound', 'Bound, with reservations', 'is bound, with a reservation to its core, by'],
  EXIT_PENDING: ['leaving', 'Leaving', 'is still bound by, and has given notice to leave,'],
  EXITING: ['leaving', 'Leaving', 'is still bound by, and is leaving,'],
  EXITED: ['left', 'Left', 'has left'],
  LAPSED: ['left', 'Lapsed', 'is no longer bound, since the treaty ended, by'],
  CONTESTING: ['none', 'Contesting', 'contests'],
  OBJECTING: ['none', 'Objecting', 'objects to'],
  EXTINCT: ['none', 'No longer a state', 'no longer existed under'],
}

const entryOf = (status) =>
  statuses[status] ?? ['unknown', status === 'UNKNOWN' ? 'Unknown' : String(status ?? 'Unknown'), undefined]

export const familyOf = (status) => entryOf(status)[0]
export const labelOf = (status) => entryOf(status)[1]

/** How far the sources reach, in words. */
export const coverageWords = ({ state, through, by = [] } = {}) => {
  const whose = by.length > 0 ? ` (${by.join(', ')})` : ''
  if (state === 'covered') return through ? `Data through ${through}${whose}.` : 'Nobody could act under it yet.'
  if (state === 'carried') return `Data through ${through}${whose}; carried on from then, as nothing later is covered.`
  if (state === 'none') return 'No source in this log says that it holds every act of this state under it.'
  return ''
}

/** The answer as one sentence. */
export const sentenceOf = ({ status, since, spell, possible = [], reason, coverage }, state, subject) => {
  const isCarried = coverage?.state === 'carried'
  const verb = entryOf(status)[2]
  const what = /^(Convention|Covenant|International|Treaty|Protocol|Agreement|Statute)\b/.test(subject)
    ? `the ${subject}`
    : subject
  if (reason === 'not-covered' && (possible.includes('NONE') || possible.includes('NO_POSITION')))
    return `Nothing is recorded of ${state} and ${what}.`
  if (status === 'NONE' && isCarried) return `${state} had taken no step towards ${what} on ${coverage.through}.`
  if (status === 'NO_POSITION' && isCarried)
    return `${state} had no treaty act that stands on ${what} on ${coverage.through}.`
  if (verb === undefined) {
    const choices = possible.filter((one) => one !== 'UNKNOWN').map((one) => labelOf(one).toLowerCase())
    return `It is not known where ${state} stands on ${what}${choices.length === 0 ? '' : `: ${choices.join(' or ')}`}.`
  }
  return `${state} ${verb} ${what}${since ? `, since ${since}` : ''}${spell > 1 ? ` (spell ${spell})` : ''}.`
}

/** The order of trust by default; only another one is told. */
const usual = 'depositary,organisation,scholarly,dataset,press'

/** Both clocks, the last event known then, and whom the answer believes. */
export const clocksText = ({ asOf, asKnownAt, ordinal, sources }) =>
  [
    asOf && `As of ${asOf}`,
    asKnownAt ? `as known at ${asKnownAt}` : 'with all that is known',
    ordinal !== undefined && `up to event ${Number(ordinal).toLocaleString('en')}`,
    sources && sources !== usual && `by ${sources}`,
  ]
    .filter(Boolean)
    .join(' · ')
