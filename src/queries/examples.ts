import type { Field } from './question/fields.ts'
import type { Question } from './question/question.ts'

/** What is given to a question, by field; the clocks may be among it. */
export type Example = Readonly<Record<string, string>>

const cat = { subject: 'cat' }
const nineties = { from: '1990', to: '1995', system: 'un' }
const exposed = { adoption: 'cat', lag: '0' }

/** Each question as it may be asked of what comes with normtrail: documents show it, and a test asks it. */
const examples: Readonly<Record<string, readonly Example[]>> = {
  status: [
    { state: 'usa', subject: 'cat', asOf: '1994-11-20' },
    { state: 'bdi', subject: 'rome', asOf: '2020-01-01' },
  ],
  timeline: [{ state: 'usa', subject: 'cat' }],
  world: [{ ...cat, system: 'un', asOf: '1990-01-01' }],
  treaty: [{ treaty: 'cat', asOf: '1990-01-01' }],
  reservations: [{ treaty: 'cat', state: 'usa', asOf: '2000-01-01' }],
  memberships: [{ state: 'ind', asOf: '1950-01-01' }],
  members: [{ igo: 'coe', asOf: '1990-01-01' }],
  'spells status': [
    { subject: 'istanbul', state: 'tur' },
    { subject: 'rome', system: 'un' },
  ],
  'spells memberships': [{ igo: 'coe', state: 'grc' }, { igo: 'unesco' }],
  'spells scores': [{ state: 'tur', score: 'cirights:physint' }, { score: 'pts:amnesty' }],
  accession: [
    { igo: 'coe', asOf: '2000-01-01' },
    { igo: 'eu', state: 'tur', asOf: '2020-01-01' },
  ],
  dyad: [{ a: 'aut', b: 'deu', asOf: '2000-01-01' }],
  exposure: [{ state: 'bel', ...exposed, asOf: '1990-12-31' }],
  pressure: [{ state: 'chl', asOf: '1985-01-01' }],
  boomerang: [{ state: 'zaf', norm: 'apartheid', asOf: '2000-01-01' }],
  spiral: [{ state: 'zaf', norm: 'apartheid', score: 'pts:state', asOf: '2000-01-01' }],
  spread: [
    { subject: 'rome', asOf: '2003-12-31' },
    { subject: 'rome', part: 'regions', asOf: '2014-12-31' },
  ],
  audit: [{ norm: 'landmines', asOf: '2010-12-31' }],
  contestation: [{ norm: 'landmines', part: 'objectors', asOf: '2025-12-31' }],
  'explain status': [{ state: 'usa', subject: 'torture', asOf: '2000-01-01' }],
  'explain exposure': [{ state: 'aut', ...exposed, asOf: '1995-12-31' }],
  'explain exposure-change': [{ state: 'bel', ...exposed, since: '1989-12-31', asOf: '1990-12-31' }],
  'entry-into-force': [{ treaty: 'cat', asOf: '1990-01-01' }],
  exits: [{ subject: 'rome', asOf: '2020-01-01' }],
  anomalies: [{ treaty: 'cat' }],
  conflicts: [{ subject: 'coe' }],
  coverage: [{ ...cat, asOf: '2014-12-31' }],
  diff: [{ ...cat, from: '9999-01-01' }],
  'panel status': [{ ...cat, from: '1994', to: '1995', system: 'un', asOf: '2020-01-01' }],
  'panel memberships': [nineties],
  'panel exposure': [{ adoption: 'cat', formula: 'mm,dc', states: 'mex,usa', ...nineties }],
  'panel scores': [{ score: 'cirights:physint', ...nineties }],
  'panel dyads': [{ from: '1990', to: '1991', system: 'un', states: 'aut,deu,bel' }],
  'panel event-history': [{ ...cat, channel: 'region', states: 'alb,lka', asOf: '1994-12-31' }],
  trends: [{ score: 'cirights:physint,pts:amnesty', from: '1985', to: '1996', system: 'un', minYears: '2' }],
  convergence: [{ igo: 'coe', score: 'pts:amnesty', from: '1985', to: '1996', system: 'un' }],
  influence: [{ state: 'fin', igo: 'coe', score: 'pts:amnesty', from: '1985', to: '1996' }],
  'series exposure': [{ state: 'deu', adoption: 'cat', from: '1989-06-01', to: '1990' }],
  proposals: [{ state: 'all' }],
  proposal: [{ proposal: 'bc7ded88-8167-5562-bf91-9ca2642d07b0' }],
  'proposals agreement': [{}],
  'proposals disagreements': [{}],
  events: [
    { stream: 'treaty-cat', actor: 'usa', limit: '10' },
    { norm: 'torture', occurredFrom: '1984', occurredTo: '1984', limit: '5' },
  ],
  states: [
    { q: 'yugoslavia', limit: '10' },
    { system: 'un', limit: '2', asOf: '1946-01-01' },
  ],
  state: [{ state: 'srb', asOf: '2020-01-01' }],
  organisations: [{ q: 'europe', asOf: '1995-01-01' }],
  organisation: [{ igo: 'ecsc', asOf: '1990-01-01' }],
  treaties: [{ q: 'torture' }],
  norms: [{ q: 'torture', asOf: '2020-01-01' }],
  norm: [{ norm: 'torture', asOf: '2020-01-01' }],
  campaigns: [{ norm: 'landmines' }],
  campaign: [{ campaign: 'icbl' }],
  raters: [{}],
  rater: [{ rater: 'pts' }],
  source: [{ source: 'pts-table' }],
  names: [{}],
  renamings: [{}],
  sources: [{}],
  info: [{}],
}

const clocks = ['asOf', 'asKnownAt']

/** The examples of a question that has no other fields than these: what they give of others is left out. */
export const examplesOf = ({ name }: Question, fields: readonly Field[]): readonly Example[] => {
  const known = new Set([...fields.map((field) => field.name), ...clocks])
  const given = (examples[name] ?? []).map((example) =>
    Object.fromEntries(Object.entries(example).filter(([field]) => known.has(field))),
  )
  return [...new Map(given.map((example) => [JSON.stringify(example), example])).values()]
}

/** The first example of a question, all that is given in it. Throws where the question has none. */
export const firstExampleOf = (name: string): Example => {
  const [first] = examples[name] ?? []
  if (first === undefined) throw new Error(`the question "${name}" has no example`)
  return first
}

/** The questions that have an example. */
export const withExamples: readonly string[] = Object.keys(examples)
