import type { Workspace } from '../../src/workspace/workspace.ts'
import { complete } from '../support/complete.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * o1 = {A, B}, o2 = {A, B, C, D}, o3 = {A, C, D}, so that AB 2, AC 2, AD 2, BC 1, BD 1, CD 2. A takes the treaty on in
 * 2001, B in 2002, C in 2003, D never. Scores of 2002: A = 8, B = 6, C = 2. Two campaigns, alike, did the same to D.
 * All expected values were worked out by hand from these.
 */
export const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const said = (stream: string, type: string, occurred: string, data: object, more: object = {}) => ({
  stream,
  type,
  occurred,
  sources,
  data,
  ...more,
})
export const accedes = (state: string, occurred: string) =>
  said('treaty-toytreaty', 'TreatyAcceded', occurred, { actor: `toy${state}` })
export const since = '1990-01-01'
const campaign = (name: string) => [
  said(`campaign-${name}`, 'CampaignLaunched', '1999-01-01', {
    name: `Campaign ${name}`,
    norms: ['toynorm'],
    targets: 'all',
    initiator: 'One',
  }),
  said(`campaign-${name}`, 'CampaignAction', '2002-06-01', { actor: 'toyd', kind: 'report' }, { fact: 'd/2002' }),
]
export const lines = [
  ...complete(['toytreaty'], { sources, through: '2005-12-31' }),
  ...toyStates(['a', 'b', 'c', 'd'], { sources, since, system: 'un' }),
  ...toyOrganisation('toyo1', ['a', 'b'], { sources, since }),
  ...toyOrganisation('toyo2', ['a', 'b', 'c', 'd'], { sources, since }),
  ...toyOrganisation('toyo3', ['a', 'c', 'd'], { sources, since }),
  said('treaty-toytreaty', 'TreatyConcluded', '2001-01-01', {
    treaty: 'toytreaty',
    title: 'Toy treaty',
    entryIntoForce: { trigger: { kind: 'count', n: 2 } },
    exit: { notice: { years: 1 } },
  }),
  accedes('a', '2001-05-05'),
  accedes('b', '2002-05-05'),
  accedes('c', '2003-05-05'),
  ...Object.entries({ a: 8, b: 6, c: 2 }).map(([state, value]) =>
    said(`practice-toy-score-toy${state}`, 'PracticeScoreRecorded', '2002', {
      actor: `toy${state}`,
      rater: 'toy',
      indicator: 'score',
      year: 2002,
      value,
    }),
  ),
  {
    stream: 'norm-toynorm',
    type: 'NormDefined',
    sources,
    data: { norm: 'toynorm', name: 'Toy norm', statement: 'An invented norm', coreArticles: ['toy 1'] },
  },
  ...[
    ['c', 'd'],
    ['a', 'd'],
  ].map(([one, other]) =>
    said(`relation-cow-contiguity-toy${one}`, 'RelationObserved', '1990', {
      relation: 'cow-contiguity',
      actor: `toy${one}`,
      other: `toy${other}`,
      directed: false,
      type: 'land',
      from: since,
    }),
  ),
  ...campaign('toyone'),
  ...campaign('toytwo'),
]

/** D's exposure to the treaty of this world, and the day on which it is asked for. */
export const ofD = { state: 'toyd', adoption: 'toytreaty', formula: 'mm' }
export const onDay = { asOf: '2003-12-31' }

/** The id of the event of a stream, of a type and about an actor. */
export const eventOf = async (workspace: Workspace, stream: string, type: string, actor?: string): Promise<string> => {
  let rows = (await workspace.world({})).sql.selectFrom('event').select('id').where('stream', '=', stream)
  if (actor !== undefined) rows = rows.where('key', '=', actor)
  return (await rows.where('type', '=', type).executeTakeFirstOrThrow()).id
}
