import { describe, expect, it } from 'vitest'
import { whoseOn } from '../../web/src/map/whose.ts'
import { SubjectHistory } from '../../web/src/norm/history.ts'
import { legendEntries } from '../../web/src/norm/legend.ts'
import { dayNumber } from '../../web/src/words/days.ts'
import { untoldSentence } from '../../web/src/words/not-there.ts'

type Answer = ConstructorParameters<typeof SubjectHistory>[0]
type Told = Answer['states'][number]

/** A state by its statuses, each from a day to the next, and its stay in the system. */
const stateOf = (
  state: string,
  statuses: readonly (readonly [string, string | null])[],
  told?: Told['system'],
): Told => ({
  state,
  name: state,
  cow: null,
  iso3: null,
  system: told ?? [],
  untold: told === undefined ? [{ from: null, to: null }] : [],
  covered: [],
  spans: statuses.map(([status, from], place) => ({
    from,
    to: statuses[place + 1]?.[1] ?? null,
    status,
    possible: [status],
    spell: 0,
    certainty: 'certain',
    reason: null,
    marks: [],
  })) as Told['spans'],
})

const since = (from: string) => [{ from, to: null, began: from, ended: null }]

/**
 * By depositaries alone: Sweden is told to be a member of the United Nations, Lithuania to have become one in 1991; of
 * Brazil and of Kenya nobody tells, nor of whoever is not listed.
 */
const history = new SubjectHistory({
  subject: 'cat',
  title: 'Convention against Torture',
  shortTitle: null,
  kind: 'treaty',
  system: 'un',
  adopted: '1984-12-10',
  knownThrough: null,
  sources: 'depositary',
  states: [
    stateOf(
      'swe',
      [
        ['NONE', null],
        ['IN_FORCE', '1987-06-26'],
      ],
      since('1946-11-19'),
    ),
    stateOf('ltu', [['NONE', null]], since('1991-09-17')),
    stateOf('bra', [
      ['NONE', null],
      ['IN_FORCE', '1989-10-28'],
    ]),
    stateOf('ken', [['NONE', null]]),
    stateOf('yug', [['EXTINCT', null]]),
  ],
} as unknown as Answer)

const on = (day: string) => {
  const number = dayNumber(day)
  return {
    number,
    worn: ['swe', 'ltu', 'bra', 'ken', 'yug', 'irn'].map((state) => history.familyOn(state, number)),
    legend: legendEntries(history.countsOn(number), false).map(({ label, count }) => [label, count]),
  }
}

describe('a state of which the chosen sources do not tell whether it was in the system', () => {
  it('is not said to have been outside, and wears what it did', () => {
    expect(on('1985-01-01').worn).toEqual(['none', 'outside', 'untold', 'untold', 'outside', 'untold'])
    expect(on('1995-01-01').worn).toEqual(['force', 'none', 'force', 'untold', 'outside', 'untold'])
  })
  it('has a line of its own in the legend, and is counted by what it did, but in no share', () => {
    const untold = 'The chosen sources do not tell whether it was in the state system'
    expect(on('1985-01-01').legend).toEqual([
      ['In force', 0],
      ['Signed', 0],
      ['No act', 1],
      ['Not in the state system then', null],
      [untold, null],
    ])
    expect(on('1995-01-01').legend.slice(0, 3)).toEqual([
      ['In force', 2],
      ['Signed', 0],
      ['No act', 1],
    ])
    const counts = history.countsOn(dayNumber('1995-01-01'))
    expect([counts.of.force, counts.system, counts.boundOutside]).toEqual([1, 2, 1])
  })
  it('has its own shape, but for that of a union that was in the system', () => {
    const whose = (shape: string, inSystem: readonly string[]) =>
      whoseOn(
        shape,
        dayNumber('1985-01-01'),
        (state) => inSystem.includes(state),
        (state) => ['bra', 'kaz'].includes(state),
      )
    expect(whose('bra', [])).toBe('bra')
    expect(whose('kaz', ['rus'])).toBe('rus')
    expect(whose('kaz', [])).toBe('kaz')
    expect(whose('hrv', [])).toBeUndefined()
  })
  it('is said to be so in words', () => {
    expect(untoldSentence('un')).toBe(
      'The chosen sources do not tell whether it was a member of the United Nations then.',
    )
    expect(untoldSentence('cow')).toBe('The chosen sources do not tell whether it was in the state system then.')
  })
})
