/** Statuses in words, and the family whose colour they wear. */
const statuses = {
  NONE: ['none', 'No step', 'has taken no step towards'],
  NO_POSITION: ['none', 'No treaty act', 'has no treaty act that stands on'],
  ENDORSED: ['begun', 'Endorsed', 'has endorsed'],
  SIGNED: ['begun', 'Signed', 'has signed, but is not bound by,'],
  SIGNALLED: ['begun', 'Signalled', 'has signalled support for'],
  PROVISIONAL: ['promised', 'Provisional', 'applies provisionally'],
  CONSENTED: ['promised', 'Consented', 'has consented to, but is not yet bound by,'],
  COMMITTED: ['promised', 'Committed', 'is committed to, but has not yet taken on,'],
  IN_FORCE: ['bound', 'In force', 'is bound by'],
  // A norm is taken on: nobody is bound by the abolition of the death penalty.
  BOUND: ['bound', 'Bound', 'has taken on'],
  INTERNALIZED: ['bound', 'Internalized', 'has taken on, at home and in practice,'],
  INSTITUTIONALIZED: ['bound', 'Institutionalized', 'has taken on, at home too,'],
  BOUND_QUALIFIED: ['bound', 'Bound, with reservations', 'has taken on, with a reservation to its core,'],
  EXIT_PENDING: ['leaving', 'Leaving', 'is still bound by, and has given notice to leave,'],
  EXITING: ['leaving', 'Leaving', 'has taken on, and is leaving,'],
  EXITED: ['left', 'Left', 'has left'],
  LAPSED: ['left', 'Lapsed', 'is no longer bound, since the treaty ended, by'],
  CONTESTING: ['none', 'Contesting', 'contests'],
  OBJECTING: ['none', 'Objecting', 'objects to'],
  EXTINCT: ['none', 'No longer a state', undefined],
}

const entryOf = (status) =>
  statuses[status] ?? ['unknown', status === 'UNKNOWN' ? 'Unknown' : String(status ?? 'Unknown'), undefined]

export const familyOf = (status) => entryOf(status)[0]
export const labelOf = (status) => entryOf(status)[1]

/** A day in words, `9 August 1985`, which no line breaks; what is no single day stays as it is. */
export const dayWords = (day) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? new Date(`${day}T00:00:00Z`)
        .toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
        .replaceAll(' ', '\u00a0')
    : day

/** Whether every status is possible, as of those of whom nobody keeps a record. */
export const isNotCovered = ({ reason, possible = [] }) =>
  reason === 'not-covered' && (possible.includes('NONE') || possible.includes('NO_POSITION'))

/** What a sentence calls a treaty or a norm: `the Rome Statute`, `the abolition of the death penalty`. */
export const inSentence = (name, isNorm) => {
  if (isNorm) return `${/ (of|on) /.test(name) ? 'the ' : ''}${name.charAt(0).toLowerCase()}${name.slice(1)}`
  return /\b(Convention|Covenant|Treaty|Protocol|Agreement|Statute|Charter|Constitution)\b/.test(name) &&
    !/^the /i.test(name)
    ? `the ${name}`
    : name
}

const beginsWithArticle =
  /^(?:United|State of|Council of|Isle of|Netherlands|(?:Bahamas|Gambia|Comoros|Maldives|Philippines|Holy See)$)/
const tellsArticle = /Republic of|(?:Republic|Federation|Union|Islands|Community|Organi[sz]ation)$/

/** What a sentence calls a state or an organisation: `the United States`, `Japan`. */
export const actorInSentence = (name) =>
  beginsWithArticle.test(name) || tellsArticle.test(name) ? `the ${name}` : name

const capitalized = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** How far the sources reach, in words; of a state that is bound, whether they hold every withdrawal, too. */
export const coverageWords = ({ state, complete = [], through, by = [] } = {}, status) => {
  const whose = by.length > 0 ? ` (${by.join(', ')})` : ''
  const data = `Data through ${dayWords(through)}${whose}`
  const lacksExits = ['bound', 'leaving'].includes(familyOf(status)) && !complete.includes('exit')
  const exits = lacksExits ? ' Withdrawals are not known to be complete.' : ''
  if (state === 'covered') return through ? `${data}.${exits}` : 'Nobody could act under it yet.'
  if (state === 'carried') return `${data}; carried on from then, with what later acts somebody recorded.${exits}`
  if (state === 'none') return 'No source in this log says that it holds every act of this state under it.'
  return ''
}

const past = { has: 'had', is: 'was', applies: 'applied', contests: 'contested', objects: 'objected' }
const inPast = (verb) => verb.replaceAll(/\b(?:has|is|applies|contests|objects)\b/g, (word) => past[word])

/** The answer as one sentence that can be quoted: about a day gone by, `on`, in the past and with that day. */
export const sentenceOf = (answer, state, what, on) =>
  capitalized(plainSentence(answer, actorInSentence(state), what, on))

const plainSentence = (answer, state, what, on) => {
  const { status, since, spell, possible = [], coverage } = answer
  const isCarried = coverage?.state === 'carried'
  const verb = entryOf(status)[2]
  const day = on && dayWords(on)
  if (isNotCovered(answer)) return `Nothing is recorded of ${state} and ${what}${day ? ` up to ${day}` : ''}.`
  if (status === 'NONE' && isCarried)
    return `${state} had taken no step towards ${what} on ${dayWords(coverage.through)}.`
  if (status === 'NO_POSITION' && isCarried)
    return `${state} had no treaty act that stands on ${what} on ${dayWords(coverage.through)}.`
  const opening = day ? `On ${day}, ` : ''
  const say = (words) => (day ? inPast(words) : words)
  if (status === 'EXTINCT') {
    const from = since ? ` (since ${dayWords(since)})` : ''
    return `${opening}${state} ${say('is')} no longer a state${from}, and ${say('has')} no part in ${what}.`
  }
  if (verb === undefined) {
    const choices = possible.filter((one) => one !== 'UNKNOWN').map((one) => labelOf(one).toLowerCase())
    const which = choices.length === 0 ? '' : `: ${choices.join(' or ')}`
    return `It is not known where ${state} ${day ? `stood on ${what} on ${day}` : `stands on ${what}`}${which}.`
  }
  const again = spell > 1 ? ' again' : ''
  return `${opening}${state} ${say(verb)} ${what}${again}${since ? `, since ${dayWords(since)}` : ''}.`
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
