import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { FakeElement } from './a-page.ts'

type Answer = { status: string; since?: string; spell?: number; possible?: string[]; reason?: string }

const from = (file: string) => import(pathToFileURL(packagePath(`web/${file}`)).href)
const words: {
  inSentence: (name: string, isNorm: boolean) => string
  sentenceOf: (answer: Answer, state: string, what: string, on?: string) => string
} = await from('words.js')
type Told = { date: string; summary: string; id?: string; retracted?: object }
const record: { eventWords: (event: Told) => string; eventItems: (events: Told[]) => FakeElement[] } =
  await from('record.js')
const curve: { kindOf: (point: object, field: string) => string; yearWords: (point: object) => string } =
  await from('curve.js')
const spans: { mergedSpans: (all: object[]) => object[] } = await from('spans.js')

/** As the page writes it, with spaces that break no line, and as it is read. */
const read = (text: string) => text.replaceAll('\u00a0', ' ')
const sentence = (...given: Parameters<typeof words.sentenceOf>) => read(words.sentenceOf(...given))

describe('names in a sentence', () => {
  it('have the article of a treaty, and none that the name has already', () => {
    const names = ['Rome Statute of the International Criminal Court', 'Paris Agreement', 'The Antarctic Treaty', 'cat']
    expect(names.map((name) => words.inSentence(name, false))).toEqual([
      'the Rome Statute of the International Criminal Court',
      'the Paris Agreement',
      'The Antarctic Treaty',
      'cat',
    ])
  })
  it('are common nouns where they name a norm', () => {
    const names = ['Abolition of the death penalty', 'Ban on nuclear weapons', 'International criminal justice']
    expect(names.map((name) => words.inSentence(name, true))).toEqual([
      'the abolition of the death penalty',
      'the ban on nuclear weapons',
      'international criminal justice',
    ])
  })
})

describe('the sentence', () => {
  it('says that a norm is taken on, not that somebody is bound by it', () => {
    const bound = { status: 'BOUND', since: '1992-02-01', spell: 1 }
    expect(sentence(bound, 'Toyland', 'the abolition of the death penalty')).toBe(
      'Toyland has taken on the abolition of the death penalty, since 1 February 1992.',
    )
  })
  it('stands in the past about a day gone by', () => {
    // CEDAW, signed by the Federal Republic of Germany on 17 July 1980 (depositary, IV-8).
    const signed = { status: 'SIGNED', since: '1980-07-17' }
    expect(sentence(signed, 'Germany', 'the Convention', '1984-01-01')).toBe(
      'On 1 January 1984, Germany had signed, but was not bound by, the Convention, since 17 July 1980.',
    )
  })
  it('says "again" of a later time, and dates what was not recorded', () => {
    expect(sentence({ status: 'IN_FORCE', since: '1995-02-28', spell: 2 }, 'Toyland', 'the Treaty')).toBe(
      'Toyland is bound by the Treaty again, since 28 February 1995.',
    )
    const open = { status: 'UNKNOWN', reason: 'not-covered', possible: ['NONE', 'SIGNED'] }
    expect(sentence(open, 'Toyland', 'the Treaty', '1960-01-01')).toBe(
      'Nothing is recorded of Toyland and the Treaty up to 1 January 1960.',
    )
    const choice = { status: 'UNKNOWN', possible: ['IN_FORCE', 'EXITED'] }
    expect(sentence(choice, 'Toyland', 'the Treaty', '2000-01-01')).toBe(
      'It is not known where Toyland stood on the Treaty on 1 January 2000: in force or left.',
    )
  })
})

describe('a state in a sentence', () => {
  it('has the article that its name takes in English', () => {
    const bound = { status: 'IN_FORCE', since: '1994-11-20' }
    expect(sentence(bound, 'United States', 'the Convention')).toBe(
      'The United States is bound by the Convention, since 20 November 1994.',
    )
    expect(sentence(bound, 'Russian Federation', 'the Convention', '2000-01-01')).toBe(
      'On 1 January 2000, the Russian Federation was bound by the Convention, since 20 November 1994.',
    )
    // The GDR acceded to the Federal Republic on 3 October 1990 (Unification Treaty, Article 1).
    expect(sentence({ status: 'EXTINCT', since: '1990-10-03' }, 'German Democratic Republic', 'the Covenant')).toBe(
      'The German Democratic Republic is no longer a state (since 3 October 1990), and has no part in the Covenant.',
    )
  })
})

describe('a year of the curve', () => {
  const year = (system: number, count: number, covered: number, carried: number) => {
    const number = { count, share: count / system, covered, carried }
    return { year: 2020, system, signed: number, consented: number, inForce: number }
  }
  const kinds = (...years: object[]) => years.map((one) => curve.kindOf(one, 'consented'))
  it('is covered, carried, or rests on what happens to be recorded', () => {
    // The last: 46 members of a treaty that nobody covers, and 148 states to which it is not open.
    expect(kinds(year(193, 160, 193, 0), year(193, 160, 3, 190), year(193, 1, 0, 0), year(195, 46, 148, 0))).toEqual([
      'covered',
      'carried',
      'recorded',
      'recorded',
    ])
  })
  it('says of how many states it is known', () => {
    const numbers = 'signed 100 (50 %), consented 100 (50 %), in force 100 (50 %), of 200 states'
    expect(curve.yearWords(year(200, 100, 200, 0))).toBe(`2020: ${numbers}`)
    expect(curve.yearWords(year(200, 100, 0, 200))).toBe(`2020: ${numbers}; all as last covered`)
    expect(curve.yearWords(year(200, 100, 150, 30))).toBe(
      `2020: ${numbers}; known of 180 of them, of 30 as last covered`,
    )
    expect(curve.yearWords(year(200, 100, 0, 0))).toBe(`2020: as far as recorded, ${numbers}; no source covers them`)
    expect(curve.yearWords(year(200, 0, 0, 0))).toBe('2020: nothing is recorded of the 200 states.')
  })
})

describe('an event in words', () => {
  it('has no names of fields', () => {
    const said = (summary: string) => record.eventWords({ date: '2025-06-02', summary })
    expect(said('treaty withdrawal notified, statedEffective 2026-06-02')).toBe(
      '2025-06-02: treaty withdrawal notified, stated to take effect on 2026-06-02',
    )
    expect(said('treaty succeeded, effectFrom 1992-04-27, ruleOfLaw yes, predecessor yug')).toBe(
      '2025-06-02: treaty succeeded, with effect from 1992-04-27, rule of law yes, predecessor yug',
    )
  })
})

describe('events in a list', () => {
  afterEach(() => void vi.unstubAllGlobals())
  it('are told once where two sources say the same, with how many records there are', () => {
    vi.stubGlobal('document', { createElement: (tag: string) => new FakeElement(tag) })
    const [one, other, third] = [
      { id: 'a', date: '1994-10-21', summary: 'treaty ratified' },
      { id: 'b', date: '1988-04-18', summary: 'treaty signed' },
      { id: 'c', date: '1994-10-21', summary: 'treaty ratified' },
    ]
    const reason = { reason: 'Another state', recordedBy: 'A. Scholar', recordedAt: '2020-01-01T00:00:00Z' }
    const items = record.eventItems([one, other, third, { ...third, id: 'd', retracted: reason }])
    expect(items.map(({ textContent }) => textContent)).toEqual([
      '1994-10-21: treaty ratified · 2 records',
      '1988-04-18: treaty signed',
      '1994-10-21: treaty ratifiedretracted: Another state (recorded by A. Scholar on 2020-01-01)',
    ])
  })
})

describe('spans that read the same', () => {
  it('are one; another spell of the same status is not', () => {
    const one = { from: '1981-12-14', to: '1997-08-25', status: 'IN_FORCE', spell: 1, certainty: 'certain' }
    const marked = { ...one, from: '1997-08-25', to: '2000-01-01', marks: ['anomaly'] }
    const later = { ...one, from: '2000-01-01', to: null, spell: 2 }
    expect(spans.mergedSpans([one, marked, later])).toEqual([{ ...one, to: '2000-01-01' }, later])
  })
})
