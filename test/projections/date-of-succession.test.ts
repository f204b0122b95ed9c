import { describe, expect, it } from 'vitest'
import type { Beginnings, SuccessionAct } from '../../projections/compose/treaty/date-of-succession.ts'
import { entryIntoForce, type EntryIntoForce } from '../../projections/compose/treaty/entry-into-force.ts'
import type { LegalStatus } from '../../projections/compose/treaty/legal-status.ts'
import { historyOfActor, lasting, replacedBy, type ActorLife } from '../../projections/compose/treaty/succession.ts'
import type { Terms } from '../../projections/compose/treaty/terms.ts'
import type { Act } from '../../projections/compose/treaty/acts.ts'
import { actClass } from '../../src/events/treaty.ts'
import { formatDay, parseDay } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { at } from '../../src/time/timeline.ts'
import { surroundings } from '../support/circumstances.ts'

/**
 * One treaty, concluded and opened in 1980, in force with the second instrument, which comes on 1985-01-01 unless said
 * otherwise.
 */
const terms: Terms = {
  treaty: 'toy',
  title: 'toy',
  entryIntoForce: { trigger: { kind: 'count', n: 2 } },
  perParty: undefined,
  laterThanEntryIntoForce: false,
  exit: { notice: { years: 1 } },
  concluded: parseDay('1980-01-01'),
  opened: parseDay('1980-01-01'),
  closed: undefined,
  statedInForce: undefined,
  ended: undefined,
  decidedBy: [],
}

let events = 0
const act = (actor: string, form: string, done: string, more: Partial<SuccessionAct> = {}): SuccessionAct =>
  ({
    actor,
    class: actClass[form],
    form,
    done: parseDate(done),
    effect: undefined,
    detail: {},
    decidedBy: [`00000000-0000-4000-8000-${String((events += 1)).padStart(12, '0')}` as EventId],
    ...more,
  }) as SuccessionAct
const others = (second = '1985-01-01') => [
  act('aaa', 'TreatyRatified', '1981-01-01'),
  act('bbb', 'TreatyRatified', second),
]
const entered = (system: string, on: string) => ({ system, on: parseDate(on), decidedBy: [] })
const followed = (predecessor: string, on: string) => ({ predecessor, on: parseDate(on), decidedBy: [] })

/** A successor `new` of `old`: how it began, all acts, and the history of `new`. */
const successor = (
  begins: Partial<Beginnings>,
  acts: readonly Act[],
  more: Readonly<Record<string, Partial<ActorLife>>> = {},
) => {
  const lives = new Map<string, ActorLife>([
    ...Object.entries(more).map(([actor, life]): [string, ActorLife] => [actor, { ...lasting, ...life }]),
    ['new', { ...lasting, ...begins }],
  ])
  const eif: EntryIntoForce = entryIntoForce(terms, acts, {
    ...surroundings({}),
    replacedBy: (one) => replacedBy(one, terms, lives),
  })
  const history = historyOfActor('new', {
    acts: (actor) => acts.filter((one) => one.actor === actor),
    terms,
    eif,
    lives,
    resolution: undefined,
  })
  return {
    inForce: eif.date === undefined ? undefined : formatDay(eif.date),
    anomalies: history.anomalies.map(({ code }) => code),
    spells: history.spells.length,
    on: (day: string): LegalStatus | readonly LegalStatus[] => {
      const value = at(history.timeline, parseDay(day))?.value
      return value?.status === 'UNKNOWN' ? value.possible : (value?.status ?? 'UNKNOWN')
    },
  }
}

const notified = act('new', 'TreatySucceeded', '1993-02-22')
const either: readonly LegalStatus[] = ['NONE', 'IN_FORCE']

/** Expected by the rule "party from the date of succession" (VCSST arts 17, 22, 23, 34), by hand. */
const table: readonly (readonly [
  string,
  Partial<Beginnings>,
  readonly Act[],
  Readonly<Record<string, LegalStatus | readonly LegalStatus[]>>,
])[] = [
  [
    'an event names the day (Czech Republic, 1 January 1993)',
    { follows: [followed('old', '1993-01-01')] },
    [...others(), notified],
    { '1992-12-31': 'NONE', '1993-01-01': 'IN_FORCE', '1993-02-21': 'IN_FORCE', '1993-02-22': 'IN_FORCE' },
  ],
  [
    'the event outweighs lists that have it later (Croatia, 8 October 1991)',
    { follows: [followed('old', '1991-10-08')], entries: [entered('cow', '1992-01-15'), entered('gw', '1992-04-27')] },
    [...others(), notified],
    { '1991-10-07': 'NONE', '1991-10-08': 'IN_FORCE' },
  ],
  [
    'and one that has it earlier (Zimbabwe: listed from 1965, and here before the treaty was there)',
    { follows: [followed('old', '1980-04-18')], entries: [entered('cow', '1965-11-11')] },
    [...others(), notified],
    { '1980-04-17': 'NONE', '1980-04-18': 'CONSENTED', '1985-01-01': 'IN_FORCE' },
  ],
  [
    'lists that agree name the day (Slovakia)',
    { entries: [entered('cow', '1993-01-01'), entered('gw', '1993-01-01'), entered('un', '1993-01-19')] },
    [...others(), notified],
    { '1992-12-31': 'NONE', '1993-01-01': 'IN_FORCE' },
  ],
  [
    'lists that differ leave open the days between (Bosnia and Herzegovina without an event)',
    { entries: [entered('cow', '1992-04-07'), entered('gw', '1992-04-27')] },
    [...others(), notified],
    { '1992-04-06': 'NONE', '1992-04-07': either, '1992-04-26': either, '1992-04-27': 'IN_FORCE' },
  ],
  [
    'a list that knows only the year leaves it open within',
    { entries: [entered('cow', '1992')] },
    [...others(), notified],
    { '1991-12-31': 'NONE', '1992-06-01': either, '1992-12-31': 'IN_FORCE' },
  ],
  [
    'in no list: from the treaty on nobody knows, and from the notification it is bound (Cook Islands)',
    {},
    [...others(), notified],
    { '1979-12-31': 'NONE', '1984-12-31': ['NONE', 'CONSENTED'], '1985-01-01': either, '1993-02-22': 'IN_FORCE' },
  ],
  [
    'listed only after it had notified (Tuvalu: notified 1986, in the system from 2000)',
    { entries: [entered('cow', '2000-09-05')] },
    [...others(), notified],
    { '1990-01-01': either, '1993-02-22': 'IN_FORCE', '2000-09-04': 'IN_FORCE' },
  ],
  [
    'only the United Nations say when it was there: it may have been before, not later',
    { entries: [entered('un', '1990-09-18')] },
    [...others(), notified],
    { '1990-09-17': either, '1990-09-18': 'IN_FORCE' },
  ],
  [
    'a state older than the treaty did not succeed to it when it entered the system',
    { entries: [entered('cow', '1954-07-21')] },
    [...others(), notified],
    { '1979-12-31': 'NONE', '1990-01-01': either, '1993-02-22': 'IN_FORCE' },
  ],
  [
    'of several entries the last before the notification counts (Montenegro 1868 and 2006)',
    { entries: [entered('gw', '1868-01-01'), entered('gw', '1992-06-03')] },
    [...others(), notified],
    { '1992-06-02': 'NONE', '1992-06-03': 'IN_FORCE' },
  ],
  [
    'decades may pass before it is notified (Saint Vincent and the Grenadines)',
    { entries: [entered('cow', '1982-10-27')] },
    [...others('1981-06-01'), act('new', 'TreatySucceeded', '2003-11-03')],
    { '1982-10-26': 'NONE', '1982-10-27': 'IN_FORCE', '2003-11-02': 'IN_FORCE' },
  ],
  [
    'where the treaty was not in force yet, it is bound from its entry into force',
    { follows: [followed('old', '1983-01-01')] },
    [...others(), act('new', 'TreatySucceeded', '1990-01-01')],
    { '1982-12-31': 'NONE', '1983-01-01': 'CONSENTED', '1984-12-31': 'CONSENTED', '1985-01-01': 'IN_FORCE' },
  ],
  [
    'what the source of the act states wins',
    { follows: [followed('old', '1993-01-01')], entries: [entered('cow', '1993-01-01')] },
    [...others(), act('new', 'TreatySucceeded', '1993-02-22', { effect: parseDate('1992-07-01') })],
    { '1992-06-30': 'NONE', '1992-07-01': 'IN_FORCE' },
  ],
  [
    'a notification of an uncertain day, to a succession of a certain one',
    { follows: [followed('old', '1993-01-01')] },
    [...others(), act('new', 'TreatySucceeded', '1993')],
    { '1992-12-31': 'NONE', '1993-01-01': 'IN_FORCE' },
  ],
  [
    'both uncertain',
    {},
    [...others(), act('new', 'TreatySucceeded', '1993')],
    { '1992-12-31': either, '1993-06-01': either, '1993-12-31': 'IN_FORCE' },
  ],
  [
    'one succeeds to a signature from the same day',
    { follows: [followed('old', '1993-01-01')] },
    [...others(), act('new', 'TreatySignatureSucceeded', '1993-02-22')],
    { '1992-12-31': 'NONE', '1993-01-01': 'SIGNED', '1993-02-22': 'SIGNED' },
  ],
  [
    'and to an unknown day leaves the signature open',
    {},
    [...others(), act('new', 'TreatySignatureSucceeded', '1993-02-22')],
    { '1979-12-31': 'NONE', '1990-01-01': ['NONE', 'SIGNED'], '1993-02-22': 'SIGNED' },
  ],
  [
    'no succession, no retroactive effect: it acceded (Eritrea)',
    { follows: [followed('old', '1993-01-01')], entries: [entered('cow', '1993-01-01')] },
    [...others(), act('new', 'TreatyAcceded', '1993-02-22')],
    { '1993-02-21': 'NONE', '1993-02-22': 'IN_FORCE' },
  ],
]

describe('a succession counts from the succession of states, not from the notification', () => {
  it.each(table)('%s', (_title, begins, acts, expected) => {
    const history = successor(begins, acts)
    expect(Object.fromEntries(Object.keys(expected).map((day) => [day, history.on(day)]))).toEqual(expected)
  })
})

describe('the predecessor', () => {
  const begins = { follows: [followed('old', '1993-01-01')] }
  it('was bound: nothing is odd', () => {
    const history = successor(begins, [...others(), act('old', 'TreatyRatified', '1984-01-01'), notified])
    expect([history.on('1993-01-01'), history.anomalies]).toEqual(['IN_FORCE', []])
  })
  it.each([
    ['consented only later', [act('old', 'TreatyRatified', '1993-02-01')]],
    ['had left', [act('old', 'TreatyRatified', '1984-01-01'), act('old', 'TreatyWithdrawalTookEffect', '1990-01-01')]],
    ['had only signed', [act('old', 'TreatySigned', '1984-01-01')]],
  ])('%s: there was nothing to succeed to, and the day dates nothing', (_what, ofOld) => {
    const history = successor(begins, [...others(), ...ofOld, notified])
    expect(history.anomalies).toContain('predecessor-unbound')
    expect([history.on('1993-01-15'), history.on('1993-02-22')]).toEqual([either, 'IN_FORCE'])
  })
  it('had only signed: one may succeed to that', () => {
    const history = successor(begins, [
      ...others(),
      act('old', 'TreatySigned', '1984-01-01'),
      act('new', 'TreatySignatureSucceeded', '1993-02-22'),
    ])
    expect([history.on('1993-01-01'), history.anomalies]).toEqual(['SIGNED', []])
  })
  it('itself succeeded to another, and notified later (Montenegro, Serbia, Yugoslavia)', () => {
    const history = successor(begins, [...others(), act('old', 'TreatySucceeded', '2001-03-12'), notified], {
      old: { follows: [followed('older', '1992-04-27')] },
    })
    expect([history.on('1993-01-01'), history.anomalies]).toEqual(['IN_FORCE', []])
  })
})

describe('counting the instruments', () => {
  it(
    'a notification counts from its own day, whatever it reaches back to: High Seas Convention, ' +
      'Jamaica from 1962-08-06, notified 1965',
    () =>
      expect(
        successor({ follows: [followed('old', '1982-08-06')] }, [
          ...others(),
          act('new', 'TreatySucceeded', '1990-10-08'),
        ]).inForce,
      ).toBe('1985-01-01'),
  )
  it(
    'of a state that is no longer, the successor takes the place: Law of the Sea Convention, ' +
      'Yugoslavia and Bosnia and Herzegovina',
    () =>
      expect(
        successor(
          { follows: [followed('old', '1992-03-06')] },
          [act('old', 'TreatyRatified', '1986-05-05'), act('new', 'TreatySucceeded', '1994-01-12')],
          { old: { extinctFrom: parseDay('1992-04-27') } },
        ).inForce,
      ).toBeUndefined(),
  )
  it('beside a predecessor that lives on it is one more (VCSST art 18(4))', () =>
    expect(
      successor({ follows: [followed('old', '1992-03-06')] }, [
        act('old', 'TreatyRatified', '1986-05-05'),
        act('new', 'TreatySucceeded', '1994-01-12'),
      ]).inForce,
    ).toBe('1994-01-12'))
})
