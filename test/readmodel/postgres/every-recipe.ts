/**
 * Recipes of tables of every unit, with every kind of column and all that may stand beside one: of what comes with
 * normtrail, and of the ties and numbers that are told below.
 */
const all = ['why', 'bounds', 'sd', 'observed', 'coverage', 'since', 'spell', 'possible']

const exposures = ['mm', 'dc', 'bin', 'max', 'raw', 'spmon', 'ti', 'years'].map((formula) => ({
  name: `of_${formula}`,
  exposure: { adoption: 'cat', formula, lag: 1, minCoverage: 0 },
}))
const channels = ['informal', 'treaties', 'region', 'language', 'colony', 'contiguity', 'alliance', 'power'].map(
  (channel) => ({ name: `by_${channel}`, exposure: { adoption: 'cat', formula: 'dc', channel, lag: '90d' } }),
)
const overs = ['anyTime', 'fullYear', 'share', 'eventYear'].flatMap((over) => [
  { name: `cat_${over.toLowerCase()}`, status: 'cat', holds: 'IN_FORCE', over },
  { name: `coe_${over.toLowerCase()}`, membership: 'coe', over },
])

const ofStates = [
  { name: 'cat', status: 'cat' },
  { name: 'torture', status: 'torture', lag: 1 },
  { name: 'ottawa_next', status: 'ottawa', lead: 2 },
  { name: 'coe', membership: 'coe' },
  { name: 'eu_any', membership: 'eu', kind: 'any' },
  { name: 'igos', count: 'full' },
  { name: 'observers', count: 'observer' },
  { name: 'bound', count: 'treaties' },
  { name: 'physint', score: 'cirights:physint' },
  { name: 'terror', score: 'pts:amnesty', lag: 1 },
  { name: 'cinc', attribute: 'cow-nmc-cinc' },
  { name: 'years_in', since: { status: 'cat', holds: 'IN_FORCE' } },
  { name: 'days_out', since: { status: 'iccpr-op1', turn: 'exit', unit: 'days' } },
]
const others = [
  { name: 'settled', exposure: { adoption: 'torture', formula: 'mm', entry: 'settled,unknown', minCoverage: 0 } },
  { name: 'regional', exposure: { adoption: 'cat', formula: 'mm', igos: 'regional,!eu', minCoverage: 0 } },
  { name: 'weighed', exposure: { adoption: 'cat', formula: 'mm', weight: 'mia-pooling', minCoverage: 0 } },
  { name: 'of_scores', exposure: { score: 'cirights:physint', formula: 'mm', minCoverage: 0 } },
  { name: 'of_cinc', exposure: { attribute: 'cow-nmc-cinc', formula: 'mm', minCoverage: 0 } },
  { name: 'alike', exposure: { adoption: 'cat', formula: 'dc', channel: 'regime', peers: 'cirights:physint' } },
  { name: 'pressed', exposure: { channel: 'advocacy', norm: 'torture' } },
]

const shared = ['shared_igos', 'shared_igos_max', 'shared_structured', 'contiguity', 'alliances_possible', 'cinc_ratio']
const same = ['same_language', 'same_region', 'same_metropole', 'covered', 'metropole_covered']
const dyads = [
  ...[...shared, ...same].map((dyad) => ({ name: `the_${dyad}`, dyad })),
  { name: 'cat_a', status: 'cat', of: 'a' },
  { name: 'coe_b', membership: 'coe', of: 'b', lag: 1 },
]

const some = { system: 'un', states: ['usa', 'fra', 'srb', 'deu', 'tur', 'chl'] }

export const everyRecipe: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'state-year': { unit: 'state-year', system: 'un', from: 1992, to: 1992, with: all, columns: [...ofStates, ...overs] },
  'state-year of exposures': { unit: 'state-year', system: 'un', from: 1994, to: 1994, with: all, columns: exposures },
  'state-year by channel': {
    ...some,
    unit: 'state-year',
    from: 1993,
    to: 1994,
    with: all,
    columns: [...channels, ...others],
  },
  'state-year as some believe': {
    ...some,
    unit: 'state-year',
    from: 1995,
    to: 1996,
    day: 'jan1',
    rows: 'onDay',
    sources: ['organisation', 'depositary'],
    with: all,
    columns: ofStates.slice(0, 8),
    require: ['cat'],
  },
  'state-spell': {
    unit: 'state-spell',
    system: 'un',
    from: 1985,
    to: 2000,
    with: all,
    columns: [
      { name: 'cat', status: 'cat' },
      { name: 'torture', status: 'torture', holds: 'CONSENTED' },
      { name: 'coe', membership: 'coe' },
    ],
  },
  'dyad-year': { ...some, unit: 'dyad-year', from: 1990, to: 1993, with: all, columns: dyads },
  'directed-dyad-year': { ...some, unit: 'directed-dyad-year', from: 1991, to: 1992, with: all, columns: dyads },
  'organisation-year': {
    unit: 'organisation-year',
    from: 1990,
    to: 2005,
    formality: 'all',
    with: all,
    columns: [
      { name: 'full', members: 'full' },
      { name: 'anybody', members: 'any' },
      { name: 'mean', memberScore: 'cirights:physint', statistic: 'n' },
      { name: 'pooling', attribute: 'mia-pooling' },
    ],
  },
  'membership-year': {
    unit: 'membership-year',
    system: 'un',
    from: 1994,
    to: 1996,
    formality: 'all',
    kinds: ['full', 'associate', 'observer', 'unknown'],
  },
  event: { unit: 'event', from: 1984, to: 1999 },
  'event of some treaties': { unit: 'event', from: 1900, to: 2026, of: { stream: 'treaty-iccpr*' } },
  adoption: {
    unit: 'adoption',
    system: 'un',
    from: 1966,
    to: 2020,
    subjects: ['cat', 'iccpr-op1', 'torture', 'landmines'],
    retroactive: true,
  },
  'event-history': {
    unit: 'event-history',
    system: 'un',
    from: 1985,
    to: 1988,
    of: { subject: 'cat', formula: 'mm,dc', channel: 'igo,region', spells: 'all' },
    with: all,
    columns: ofStates.map(({ lag: _lag, lead: _lead, ...column }) => ({ ...column, lag: 1 })),
  },
}

const sources = [{ citation: 'Invented ties and numbers, for tests', kind: 'dataset', series: 'invented' }]
const tie = (relation: string, actor: string, other: string, more: object) => ({
  stream: `relation-${relation}-${actor}`,
  type: 'RelationObserved',
  occurred: '1985/2004',
  sources,
  data: { relation, actor, other, directed: false, from: '1985', through: '2004', ...more },
})
const number = (attribute: string, of: object, value: number) => ({
  stream: `attribute-${attribute}-${Object.values(of).at(-1) as string}`,
  type: 'AttributeObserved',
  occurred: '1985/2004',
  sources,
  data: { attribute, firstYear: 1985, lastYear: 2004, value, ...of },
})

/** What does not come with normtrail, so that every kind of column has something to tell. */
export const tiesAndNumbers: readonly object[] = [
  tie('cow-contiguity', 'deu', 'fra', { type: 'land' }),
  tie('cow-contiguity', 'srb', 'tur', { type: 'water-12', from: '1993-05' }),
  tie('cow-alliance', 'fra', 'usa', { type: 'defense' }),
  tie('cow-alliance', 'tur', 'usa', { type: 'defense', through: '1993-07' }),
  number('cow-nmc-cinc', { of: 'state', actor: 'usa' }, 0.14),
  number('cow-nmc-cinc', { of: 'state', actor: 'fra' }, 0.1 + 0.2),
  number('cow-nmc-cinc', { of: 'state', actor: 'tur' }, 0.02),
  number('mia-pooling', { of: 'igo', igo: 'coe' }, 0.25),
  number('mia-pooling', { of: 'igo', igo: 'eu' }, 1 / 3),
  number('mia-delegation', { of: 'igo', igo: 'un' }, 0),
]
