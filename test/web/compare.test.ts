import { describe, expect, it } from 'vitest'
import { boundCounts, sharedInstruments, spanOn, type StatusSpan } from '../../web/src/compare/instruments.ts'
import { pairOf, type KnownNames } from '../../web/src/compare/pair.ts'

const known: KnownNames = {
  states: [
    { id: 'tur', name: 'Türkiye' },
    { id: 'grc', name: 'Greece' },
    { id: 'eu', name: 'European Union' },
  ],
  treaties: [
    {
      id: 'cat',
      name: 'Convention against Torture and Other Cruel Treatment',
      shortTitle: 'Convention against Torture',
    },
  ],
  norms: [{ id: 'torture', name: 'Prohibition of torture' }],
  organisations: [
    { id: 'eu', name: 'European Union' },
    { id: 'nato', name: 'NATO' },
  ],
}

describe('what a comparison is of', () => {
  it('is two of one kind, by the names they are spoken of', () => {
    expect(pairOf(known, 'tur,grc')).toMatchObject({ kind: 'state', a: { name: 'Türkiye' }, b: { name: 'Greece' } })
    expect(pairOf(known, ' CAT , torture ')).toMatchObject({
      kind: 'subject',
      a: { name: 'Convention against Torture', isNorm: false },
      b: { id: 'torture', isNorm: true },
    })
  })
  it('reads what is of two kinds as its fellow is', () => {
    expect(pairOf(known, 'eu,nato')).toMatchObject({ kind: 'organisation' })
    expect(pairOf(known, 'tur,eu')).toMatchObject({ kind: 'state' })
  })
  it.each([
    ['tur', 'A comparison takes two'],
    ['tur,', 'A comparison takes two'],
    ['tur,grc,eu', 'A comparison takes two'],
    ['tur,tur', 'not the same'],
    ['tur,atlantis', '“atlantis”'],
    ['tur,cat', 'Türkiye is a state, Convention against Torture a treaty or norm.'],
  ])('%s is none: %s', (compare, words) =>
    expect(pairOf(known, compare)).toMatchObject({ wrong: expect.stringContaining(words) as string }),
  )
})

const span = (from: string | null, to: string | null, status: string): StatusSpan => ({
  from,
  to,
  status,
  possible: [status],
  spell: 0,
  reason: null,
})
const told = (subject: string, ...spans: StatusSpan[]) => ({
  subject,
  name: subject,
  shortTitle: null,
  adopted: null,
  spans,
  coverage: [],
})

describe('the treaties under which two states acted', () => {
  // Days of the Istanbul Convention's chart of signatures and ratifications.
  const turkey = [
    told(
      'istanbul',
      span(null, '2011-05-11', 'NONE'),
      span('2011-05-11', '2012-03-14', 'SIGNED'),
      span('2012-03-14', '2014-08-01', 'CONSENTED'),
      span('2014-08-01', '2021-03-22', 'IN_FORCE'),
      span('2021-03-22', '2021-07-01', 'EXIT_PENDING'),
      span('2021-07-01', null, 'EXITED'),
    ),
    told('rome', span(null, null, 'NONE')),
    told('cat', span('1988-09-01', null, 'IN_FORCE')),
  ]
  const greece = [
    told('istanbul', span('2011-05-11', '2018-10-01', 'SIGNED'), span('2018-10-01', null, 'IN_FORCE')),
    told('rome', span('2002-08-01', null, 'IN_FORCE')),
    told('cat', span('1985-02-04', null, 'SIGNED')),
  ]
  const shared = sharedInstruments(turkey, greece)
  it('are those under which both did something, the earliest first', () =>
    expect(shared.map(({ subject }) => subject)).toEqual(['cat', 'istanbul']))
  it('bind whoever gave notice until it is out', () => {
    expect(boundCounts(shared, '2021-06-30')).toEqual({ a: 2, b: 1, both: 1 })
    expect(boundCounts(shared, '2021-07-01')).toEqual({ a: 1, b: 1, both: 0 })
  })
  it('have one status on a day, half open', () =>
    expect(spanOn(shared[1]?.spans[0] ?? [], '2021-07-01')?.status).toBe('EXITED'))
})
