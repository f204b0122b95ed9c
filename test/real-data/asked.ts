import type { Names } from '../../src/names/names.ts'
import type { Clocks } from '../../src/queries/question/snapshot.ts'

type Input = Readonly<Record<string, unknown>>

export interface Asked {
  readonly name: string
  readonly input: Input
}

/** What is asked on one day, as known on another. */
export interface Round {
  readonly clocks: Clocks
  readonly inputs: readonly Input[]
}

const states = ['usa', 'gbr', 'deu', 'ddr', 'rus', 'yug', 'srb', 'csk', 'tur', 'mex', 'chn', 'swe', 'tuv', 'twn']
const subjects = [
  'cat',
  'iccpr',
  'icescr',
  'crc',
  'cedaw',
  'cerd',
  'opcat',
  'rome-statute',
  'ottawa',
  'torture',
  'genocide',
]
const days = ['1946-01-01', '1976-03-23', '1991-12-31', '2014-12-31']

const rounds = (inputs: readonly Input[], on: readonly string[] = days): readonly Round[] =>
  on.map((asOf) => ({ clocks: { asOf }, inputs }))
/** Long lists in turns: each input on one day. */
const inTurns = (inputs: readonly Input[], on: readonly string[] = days): readonly Round[] =>
  on.map((asOf, turn) => ({ clocks: { asOf }, inputs: inputs.filter((_, index) => index % on.length === turn) }))

const everyOther = <T>(list: readonly T[]): readonly T[] => list.filter((_, index) => index % 2 === 0)

/** What reads much, of half of the states. */
const half = everyOther(states)

/**
 * Every question that there is, asked broadly: of the states and subjects above, of every other treaty of the log, on
 * days from 1946 to 2014.
 */
export const askedOf = (names: Names, score: string): ReadonlyMap<string, readonly Round[]> => {
  const treaties = names.subjects('treaty').map(({ id }) => id)
  const pairs = states.flatMap((state) => subjects.map((subject) => ({ state, subject })))
  const company = { score, lag: 0 }
  const exposures = [
    { ...company, formula: 'mm' },
    { ...company, formula: 'dc' },
    { adoption: 'cat', threshold: 'CONSENTED' },
  ]
  return new Map<string, readonly Round[]>([
    ['status', inTurns(pairs)],
    ['timeline', inTurns([...states.slice(0, 8).map((state) => ({ state })), ...everyOther(everyOther(pairs))])],
    [
      'world',
      inTurns(
        subjects.flatMap((subject) => [{ subject }, { subject, system: 'un' }]),
        ['1990-12-31', '1996-12-31', '2014-12-31'],
      ),
    ],
    ['spells status', rounds([{ subject: 'cat' }, { subject: 'torture', system: 'un' }], ['2014-12-31'])],
    ['spells scores', rounds([...states.slice(0, 8).map((state) => ({ state })), { score }], ['2014-12-31'])],
    [
      'spells memberships',
      rounds([...states.slice(0, 5).map((state) => ({ state })), { igo: 'coe' }, { igo: 'un' }], ['2014-12-31']),
    ],
    ['treaty', inTurns(everyOther(treaties).map((treaty) => ({ treaty })))],
    [
      'memberships',
      rounds(
        half.map((state) => ({ state })),
        ['1991-12-31', '2005-07-01'],
      ),
    ],
    [
      'members',
      rounds(
        ['un', 'coe', 'oas', 'wto', 'opec'].map((igo) => ({ igo })),
        ['1991-12-31', '2005-07-01'],
      ),
    ],
    [
      'accession',
      rounds([{ igo: 'eu' }, { igo: 'coe', score }, { igo: 'nato', state: 'hun' }], ['1991-12-31', '2005-07-01']),
    ],
    [
      'exposure',
      rounds(
        half.map((state, index) => ({ state, ...exposures[index % exposures.length] })),
        ['1995-12-31'],
      ),
    ],
    ['pressure', inTurns(states.map((state) => ({ state })))],
    [
      'boomerang',
      rounds(
        half.map((state) => ({ state, norm: 'torture' })),
        ['1995-12-31', '2014-12-31'],
      ),
    ],
    [
      'spiral',
      rounds(
        half.map((state) => ({ state, norm: 'torture', score })),
        ['2014-12-31'],
      ),
    ],
    ['spread', rounds([{ subject: 'cat' }, { subject: 'iccpr', threshold: 'IN_FORCE', system: 'un' }], ['2010-12-31'])],
    ['audit', rounds([{ norm: 'landmines', state: 'fra' }], ['2010-12-31'])],
    [
      'contestation',
      rounds(
        [
          { norm: 'torture', system: 'un', score },
          { norm: 'landmines', threshold: 'SIGNED' },
        ],
        ['2010-12-31'],
      ),
    ],
    ['explain status', inTurns(everyOther(pairs))],
    [
      'explain exposure',
      rounds(
        states.slice(0, 6).flatMap((state) => [
          { state, ...company, formula: 'mm' },
          { state, adoption: 'cat' },
        ]),
        ['1995-12-31'],
      ),
    ],
    [
      'explain exposure-change',
      rounds(
        states.slice(0, 6).flatMap((state) => [
          { state, ...company, formula: 'mm', since: '1990-12-31' },
          { state, adoption: 'cat', formula: 'dc', since: '1990-12-31' },
        ]),
        ['1995-12-31'],
      ),
    ],
    [
      'panel status',
      rounds(
        ['cat', 'iccpr', 'torture'].map((subject) => ({ subject, from: 1960, to: 2014 })),
        ['2014-12-31'],
      ),
    ],
    [
      'panel memberships',
      rounds(
        [
          { from: 1816, to: 2014 },
          { from: 1946, to: 1990, system: 'gw', at: 'jan1' },
        ],
        ['2014-12-31'],
      ),
    ],
    ['panel scores', rounds([{ score, from: 1985, to: 2000 }], ['2014-12-31'])],
    [
      'panel exposure',
      rounds(
        [
          { ...company, formula: 'mm,dc', from: 1985, to: 2000 },
          { adoption: 'cat', from: 1985, to: 1995 },
          { adoption: 'cat', from: 1985, to: 1995, cumulative: true },
          { score, published: true, from: 1994, to: 1995 },
          { adoption: 'cat', from: 1994, to: 1995, channel: 'igo,informal,region,language,alliance,contiguity,power' },
          { channel: 'advocacy', norm: 'torture', from: 1985, to: 1995 },
        ],
        ['2014-12-31'],
      ),
    ],
    [
      'panel event-history',
      rounds(
        [
          { subject: 'cat', channel: 'igo,region' },
          { subject: 'ottawa', system: 'un', spells: 'all', from: 1999, channel: 'region', score },
        ],
        ['2014-12-31'],
      ),
    ],
    [
      'dyad',
      rounds(
        states.slice(1, 5).map((b) => ({ a: 'usa', b })),
        ['1995-12-31'],
      ),
    ],
    ['series exposure', rounds([{ state: 'hun', adoption: 'cat', from: '1989', to: '1991' }], ['2014-12-31'])],
    ['trends', rounds([{ score: 'cirights:physint,pts:state', from: 1981, to: 2011 }], ['2014-12-31'])],
    [
      'convergence',
      rounds(
        [
          { igo: 'coe', score, from: 1990, to: 2010 },
          { igo: 'eu', score, from: 1985, to: 2010, withPredecessors: true },
        ],
        ['2014-12-31'],
      ),
    ],
    [
      'influence',
      rounds(
        [
          { state: 'bra', igo: 'mercosur', score, from: 1990, to: 2010 },
          { state: 'rus', igo: 'coe', score, from: 1990, to: 2010 },
        ],
        ['2014-12-31'],
      ),
    ],
    ['panel dyads', rounds([{ from: 1985, to: 1986, states: 'usa,gbr,fra,rus,tur' }], ['2014-12-31'])],
    ['entry-into-force', rounds([{}], ['2014-12-31'])],
    ['exits', rounds([{}], ['2014-12-31'])],
    ['anomalies', rounds([{}], ['2014-12-31'])],
    ['reservations', rounds([{ treaty: 'cat' }, { treaty: 'iccpr' }], ['2014-12-31'])],
    ['coverage', rounds([{}, { subject: 'cat' }, { subject: 'un' }], ['2014-12-31'])],
    ['conflicts', rounds([{}, { subject: 'coe', sources: 'cow-igo,organisation' }], ['2014-12-31'])],
    ['diff', rounds([{ from: '2999-12-31' }], ['2014-12-31'])],
    [
      'events',
      rounds(
        [
          { limit: 2_000 },
          { stream: 'treaty-*', limit: 1_000 },
          { stream: 'igo-*', limit: 1_000 },
          { actor: 'fra', limit: 1_000 },
          { type: 'TreatyRatified', limit: 1_000 },
        ],
        ['2014-12-31'],
      ),
    ],
    ['proposals', rounds([{ state: 'all' }], ['2014-12-31'])],
    ['proposals agreement', rounds([{}], ['2014-12-31'])],
    ['proposals disagreements', rounds([{}], ['2014-12-31'])],
    ['states', rounds([{ limit: 1_000 }, { q: 'republic' }, { system: 'cow', limit: 300 }], ['2014-12-31'])],
    [
      'state',
      rounds(
        half.map((state) => ({ state })),
        ['1995-12-31', '2014-12-31'],
      ),
    ],
    ['organisations', rounds([{ limit: 1_000 }, { q: 'european' }], ['1980-12-31', '2014-12-31'])],
    ['organisation', rounds([{ igo: 'eu' }, { igo: 'coe' }], ['2014-12-31'])],
    ['treaties', rounds([{ limit: 1_000 }, { q: 'torture' }], ['2014-12-31'])],
    ['norms', rounds([{}], ['2014-12-31'])],
    ['norm', rounds([{ norm: 'torture' }], ['2014-12-31'])],
    ['campaigns', rounds([{ limit: 1_000 }], ['2014-12-31'])],
    ['campaign', rounds([{ campaign: 'icbl' }], ['2014-12-31'])],
    ['raters', rounds([{}], ['2014-12-31'])],
    ['rater', rounds([{ rater: 'pts' }], ['2014-12-31'])],
    ['source', rounds([{ source: 'pts-2022' }], ['2014-12-31'])],
    ['proposal', rounds([{ proposal: 'none' }], ['2014-12-31'])],
    ['info', rounds([{}], ['2014-12-31'])],
    ['names', rounds([{}], ['2014-12-31'])],
    ['renamings', rounds([{}], ['2014-12-31'])],
    ['sources', rounds([{}], ['2014-12-31'])],
  ])
}
