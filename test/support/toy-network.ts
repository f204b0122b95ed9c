import type { Workspace } from '../../src/workspace/workspace.ts'
import { append } from './append.ts'
import { toyStates } from './toy-states.ts'

/**
 * Four states of the system cow: A, B and C since 1990, D since 1 July 2001.
 *
 * Organisations: A and B are full members of o1 since 15 March 1992, and A is gone since 2 June 1995; C is an observer
 * since some day of 1993. Pacts: A and B have one of the type "defense" from 10 February 1991 to 4 August 1994, and one
 * worth 2.5 of the type "trade" that is told for the years 1992 and 1993; B and C one for the years 1991 to 2002; C and
 * D may have one from 1 October 2001 on, or from some day up to the end of January 2002. A borders on nobody else.
 *
 * A accedes to the convention on 1 May 1991, B on 30 June 1992 and leaves on 30 June 1994, to accede again on 1 March
 * 1996; C accedes in the course of 1993. D never does.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'depositary' }]
const closed = [{ ref: 'closed-list' }]

const pact = ([a, b]: readonly [string, string], data: object) => ({
  stream: `relation-toy-pact-toy${a}`,
  type: 'RelationObserved',
  occurred: '1990',
  sources,
  data: { relation: 'toy-pact', actor: `toy${a}`, other: `toy${b}`, directed: false, ...data },
})
const joined = (letter: string, occurred: string, kind = 'full') => ({
  stream: 'igo-toyo1',
  type: 'MembershipStarted',
  occurred,
  sources,
  data: { actor: `toy${letter}`, kind },
})
const act = (letter: string, type: string, occurred: string) => ({
  stream: 'treaty-toy',
  type,
  occurred,
  sources,
  data: { actor: `toy${letter}` },
})

export const aToyNetwork = (workspace: Workspace) =>
  append(
    workspace,
    ...toyStates([...'abc'], { sources, since: '1990-01-01', system: 'cow' }),
    ...toyStates(['d'], { sources, since: '2001-07-01', system: 'cow' }),
    {
      stream: 'igo-toyo1',
      type: 'IgoFounded',
      occurred: '1992-03-15',
      sources,
      data: { igo: 'toyo1', name: 'Arms & <Trade> "Union"' },
    },
    joined('a', '1992-03-15'),
    joined('b', '1992-03-15'),
    joined('c', '1993', 'observer'),
    {
      stream: 'igo-toyo1',
      type: 'MembershipEnded',
      occurred: '1995-06-02',
      sources,
      data: { actor: 'toya', mode: 'withdrawal', names: 'firstDayOut' },
    },
    pact(['a', 'b'], { type: 'defense', from: '1991-02-10', through: '1994-08-04' }),
    pact(['a', 'b'], { type: 'trade', value: 2.5, from: '1992', through: '1993' }),
    pact(['b', 'c'], { from: '1991', through: '2002' }),
    pact(['c', 'd'], { from: '2001-10-01/2002-01-31', through: '2009-12-31' }),
    {
      stream: 'source-closed-list',
      type: 'SourceRegistered',
      sources,
      data: {
        source: 'closed-list',
        citation: 'A list that is not passed on',
        kind: 'dataset',
        series: 'closed-list',
        licence: 'For members only',
        redistributable: 'no',
      },
    },
    {
      stream: 'relation-toy-closed-toya',
      type: 'RelationObserved',
      occurred: '1990',
      sources: closed,
      data: { relation: 'toy-closed', actor: 'toya', other: 'toyb', directed: true, from: '1990', through: '1999' },
    },
    {
      stream: 'treaty-toy',
      type: 'TreatyConcluded',
      occurred: '1991-01-01',
      sources,
      data: {
        treaty: 'toy',
        title: 'The toy convention',
        entryIntoForce: { trigger: { kind: 'count', n: 1 } },
        exit: { notice: { years: 1 } },
      },
    },
    { stream: 'treaty-toy', type: 'TreatyOpenedForSignature', occurred: '1991-01-01', sources, data: {} },
    act('a', 'TreatyAcceded', '1991-05-01'),
    act('b', 'TreatyAcceded', '1992-06-30'),
    act('b', 'TreatyWithdrawalNotified', '1993-06-30'),
    act('b', 'TreatyAcceded', '1996-03-01'),
    act('c', 'TreatyAcceded', '1993'),
  )
