import { toyScores } from './toy-scores.ts'
import { toyOrganisation, toyStates } from './toy-states.ts'

const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const inIgo = (igo: string, type: string, occurred: string, data: object) => ({
  stream: `igo-${igo}`,
  type,
  occurred,
  sources,
  data,
})

/**
 * A, B, C and D are in o1 since 1990, E since 2001-06-01; F came on a day from 2002-12-01 to 2003-02-01, and of G a
 * source says of 2000 that it cannot tell. H to K are in no organisation. Scores are of 2000, 2001 and 2002; C is not
 * rated in 2001. D is suspended since 2001. `toyold` (A, B) was succeeded by `toynew` (A, B, C) on 2001-03-01. C left
 * `toyleft` on 2002-03-01. `toybig` has A to E and H.
 */
export const convergingWorld: readonly object[] = [
  ...toyStates(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'], { sources, since: '1990-01-01', system: 'gw' }),
  ...toyOrganisation('toyo1', ['a', 'b', 'c', 'd'], { sources, since: '1990-01-01' }),
  inIgo('toyo1', 'MembershipStarted', '2001-06-01', { actor: 'toye', kind: 'full' }),
  inIgo('toyo1', 'MembershipStarted', '2002-12-01/2003-02-01', { actor: 'toyf', kind: 'full' }),
  inIgo('toyo1', 'MembershipObserved', '2000', {
    actor: 'toyg',
    code: 'unknown',
    firstYear: 2000,
    lastYear: 2000,
  }),
  inIgo('toyo1', 'MembershipSuspended', '2001-01-01', { actor: 'toyd', scope: 'voting' }),
  ...toyOrganisation('toybig', ['a', 'b', 'c', 'd', 'e', 'h'], { sources, since: '1990-01-01' }),
  ...toyOrganisation('toyold', ['a', 'b'], { sources, since: '1990-01-01' }),
  inIgo('toyold', 'IgoSucceeded', '2001-03-01', { successor: 'toynew', mode: 'integrated' }),
  ...toyOrganisation('toynew', ['a', 'b', 'c'], { sources, since: '2001-03-01' }),
  ...toyOrganisation('toyleft', ['a', 'b', 'c'], { sources, since: '1990-01-01' }),
  inIgo('toyleft', 'MembershipEnded', '2002-03-01', { actor: 'toyc', mode: 'withdrawal', names: 'firstDayOut' }),
  ...toyScores(
    2000,
    {
      a: [8, 8, 7],
      b: [6, 6, 6],
      c: [2, null, 3],
      d: [0, 1, 2],
      e: [4, 4, 12],
      f: [3, 3, 3],
      h: [1, 1, 1],
      i: [2, 2, 2],
      j: [3, 3, 3],
      k: [4, 4, 4],
    },
    sources,
  ),
]
