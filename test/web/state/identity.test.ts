import { describe, expect, it } from 'vitest'
import { formerNames, otherNames } from '../../../web/src/state/names-over-time.ts'
import { ofSubject, valueWords } from '../../../web/src/state/rival-words.ts'
import { tellingFirst } from '../../../web/src/state/subject-order.ts'
import type { Subject } from '../../../web/src/state/shown.ts'

const called = (name: string, from: string | null = null, to: string | null = null) => ({ name, from, to })
const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '))

describe('what a state was called', () => {
  const names = [
    called('Kingdom of Serbia', null, '1918-11-30'),
    called('FR Yugoslavia', '1992-04-27'),
    called('Serbia', '1992-04-27'),
    called('republic of serbia'.replaceAll(' ', '')),
    called('SRB'),
    called('Yugoslavia (Serbia and Montenegro)'),
  ]
  it('is told with the last day of a name, where a source has it', () =>
    expect(plain(formerNames(names, 'Serbia'))).toEqual(['called Kingdom of Serbia until 30 November 1918']))
  it('is told without a day where the state itself ended on it', () => {
    const ended = [called('German Democratic Republic', null, '1990-10-02'), called('East Germany', null, '1990-10-02')]
    expect(formerNames(ended, 'German Democratic Republic')).toEqual([])
    expect(otherNames(ended, 'German Democratic Republic')).toEqual(['East Germany'])
  })
  it('is told without days where none does; codes and spellings are no names', () =>
    expect(otherNames(names, 'Serbia')).toEqual(['FR Yugoslavia']))
})

describe('instruments', () => {
  const subject = (id: string, shortTitle: string | null, ...spans: readonly [string, string | null][]): Subject => ({
    subject: id,
    adopted: null,
    firstInstrument: null,
    name: id,
    shortTitle,
    spans: spans.map(([status, from]) => ({
      from,
      to: null,
      status,
      possible: [status],
      spell: 1,
      marks: [],
      reason: null,
      certainty: 'certain',
      norm: null,
      decidedBy: [],
    })),
    coverage: [],
    domestic: [],
    anomalies: [],
  })
  const subjects = [
    subject('plain', null, ['IN_FORCE', '1950-01-01']),
    subject('late', 'Late', ['NONE', null], ['SIGNED', '1990-01-01']),
    subject('early', 'Early', ['NONE', null], ['SIGNED', '1960-01-01']),
    subject('left', null, ['IN_FORCE', '2000-01-01'], ['EXITED', '2020-01-01']),
  ]
  const order = (chosen?: Subject) => tellingFirst(subjects, chosen).map((one) => one.subject)
  it('come as they tell: left, known by a short title in the order of the first act, then the rest', () =>
    expect(order()).toEqual(['left', 'early', 'late', 'plain']))
  it('begin with the chosen one, be it a norm that is not among them', () => {
    expect(order(subjects[0])).toEqual(['plain', 'left', 'early', 'late'])
    expect(order(subject('torture', null))).toEqual(['torture', 'left', 'early', 'late', 'plain'])
  })
})

describe('rival sources', () => {
  const row = (subject: string) => ({ subject }) as Parameters<typeof ofSubject>[0][number]
  it('are those over what is chosen, where there are any', () => {
    expect(ofSubject([row('un'), row('cat')], 'cat')).toEqual([row('cat')])
    expect(ofSubject([row('un')], 'cat')).toEqual([row('un')])
  })
  it.each([
    ['none', 'memberships', 'No member'],
    ['full', 'memberships', 'member'],
    ['IN_FORCE', 'treaties', 'In force'],
    ['1994-10-21', 'treaties', '21 October 1994'],
    ['4', 'scores', '4'],
  ] as const)('say %s of %s as %s', (value, about, words) =>
    expect(valueWords(value, { about }).replaceAll('\u00a0', ' ')).toBe(words),
  )
})
