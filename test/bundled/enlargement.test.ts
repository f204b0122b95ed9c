import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { igos } from '../../catalogue/igos/index.ts'
import { accessionSteps } from '../../src/events/igo.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { parseDate } from '../../src/time/edtf.ts'

/**
 * How states came into the European Communities and Union, the Council of Europe and NATO. The dates below are read
 * from the treaties and acts that are named beside them, not from the lines.
 */
interface Told {
  stream: string
  type: string
  occurred?: string
  confidence?: string
  sources: { citation?: string; ref?: string; locator?: string }[]
  data: { actor: string; step?: string; outcome?: string; how?: string; mode?: string; condition?: string }
}
const linesOf = (name: string): readonly Told[] =>
  readFileSync(packagePath('examples', name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Told)
const lines = [
  'enlargement-european-union.jsonl',
  'enlargement-council-of-europe.jsonl',
  'enlargement-nato.jsonl',
  'council-of-europe.jsonl',
  'organisations.jsonl',
].flatMap(linesOf)

/** The Communities and the Union are one body to be admitted to: an application to the one is heard by the other. */
const bodies: Readonly<Record<string, string>> = { eec: 'eu', eu: 'eu', coe: 'coe', nato: 'nato' }
const bodyOf = ({ stream }: Told): string | undefined => bodies[stream.replace(/^igo-/, '')]
const told = (body: string, type: string): readonly Told[] =>
  lines.filter((line) => bodyOf(line) === body && line.type === type)
const stepsOf = (body: string, step: string): readonly Told[] =>
  told(body, 'AccessionStepTaken').filter(({ data }) => data.step === step)
const rangeOf = ({ occurred = '' }: Told) => parseDate(occurred)
const ofOne = (all: readonly Told[], actor: string): readonly Told[] => all.filter(({ data }) => data.actor === actor)
const wayOf = ({ data, occurred = '' }: Told): string => [data.actor, occurred, data.outcome].filter(Boolean).join(' ')

describe('the dates of the treaties', () => {
  // Signatures and first days of membership: OJ L 73, 27.3.1972 (art. 2); OJ L 291, 19.11.1979 (art. 2); OJ L 302,
  // 15.11.1985 (art. 2); OJ C 241, 29.8.1994 (art. 2); OJ L 236, 23.9.2003 (art. 2); OJ L 157, 21.6.2005 (art. 4); OJ L
  // 112, 24.4.2012 (art. 3).
  it.each([
    ['1972-01-22', '1973-01-01', ['dnk', 'gbr', 'irl', 'nor']],
    ['1979-05-28', '1981-01-01', ['grc']],
    ['1985-06-12', '1986-01-01', ['esp', 'prt']],
    ['1994-06-24', '1995-01-01', ['aut', 'fin', 'nor', 'swe']],
    ['2003-04-16', '2004-05-01', ['cyp', 'cze', 'est', 'hun', 'ltu', 'lva', 'mlt', 'pol', 'svk', 'svn']],
    ['2005-04-25', '2007-01-01', ['bgr', 'rou']],
    ['2011-12-09', '2013-07-01', ['hrv']],
  ] as const)('signed on %s, in force on %s', (signed, joined, signatories) => {
    const on = (all: readonly Told[], day: string) =>
      all
        .filter(({ occurred }) => occurred === day)
        .map(({ data }) => data.actor)
        .toSorted()
    expect(on(stepsOf('eu', 'treatySigned'), signed)).toEqual(signatories)
    const accessions = told('eu', 'MembershipStarted').filter(({ data }) => data.mode === 'accession')
    // Norway signed twice, and never joined: OJ L 2, 1.1.1973; OJ L 1, 1.1.1995.
    expect(on(accessions, joined)).toEqual(signatories.filter((actor) => actor !== 'nor'))
  })

  // Final Acts of the treaties above, in which the Commission's opinions are printed first.
  it.each([
    ['1972-01-19', 4],
    ['1979-05-23', 1],
    ['1985-05-31', 2],
    ['1994-04-19', 4],
    ['2003-02-19', 10],
    ['2005-02-22', 2],
    ['2011-10-12', 1],
  ] as const)('the Commission was in favour on %s, of %i', (day, count) =>
    expect(
      stepsOf('eu', 'opinion').filter(
        ({ occurred, data, sources }) =>
          occurred === day && data.outcome === 'positive' && sources[0]?.citation?.includes('OJ ') === true,
      ).length,
    ).toBe(count),
  )

  it.each([
    // NATO, Relations with: protocols of accession, deposited with the Government of the United States of America.
    ['nato', '1999-03-12', ['cze', 'hun', 'pol']],
    ['nato', '2004-03-29', ['bgr', 'est', 'ltu', 'lva', 'rou', 'svk', 'svn']],
    ['nato', '2023-04-04', ['fin']],
    ['nato', '2024-03-07', ['swe']],
  ] as const)('%s was joined on %s', (body, day, actors) =>
    expect(
      told(body, 'MembershipStarted')
        .filter(({ occurred }) => occurred === day)
        .map(({ data }) => data.actor)
        .toSorted(),
    ).toEqual(actors),
  )

  // Paragraph 1 (or 2) of the Opinions of the Parliamentary Assembly 188, 190, 193, 195, 209, 234, 250 and 261.
  it.each([
    ['mda', '1993-04-20', '1995-06-27'],
    ['ukr', '1992-07-14', '1995-09-26'],
    ['rus', '1992-05-07', '1996-01-25'],
    ['hrv', '1992-09-11', '1996-04-24'],
    ['geo', '1996-07-14', '1999-01-27'],
    ['bih', '1995-04-10', '2002-01-22'],
    ['mco', '1998-10-15', '2004-04-27'],
    ['mne', '2006-06-06', '2007-04-17'],
  ])('%s asked the Council of Europe on %s, and the Assembly was in favour on %s', (actor, asked, opinion) => {
    expect(told('coe', 'MembershipApplied').filter(({ data }) => data.actor === actor)).toMatchObject([
      { occurred: asked },
    ])
    expect(
      stepsOf('coe', 'opinion').filter(({ data }) => data.actor === actor && data.outcome === 'positive'),
    ).toMatchObject([{ occurred: opinion }])
  })
})

describe('how it went', () => {
  it('seventeen referendums, of which two went against: those of Norway', () => {
    const against = stepsOf('eu', 'referendum').filter(({ data }) => data.outcome === 'negative')
    expect(against.map(wayOf)).toEqual(['nor 1972-09-25 negative', 'nor 1994-11-28 negative'])
    // 1972: three; 1994: four; 2003: nine of ten, all but Cyprus; 2012: one.
    expect(stepsOf('eu', 'referendum').length).toBe(3 + 4 + 9 + 1)
  })
  it('the applications that came to nothing, or rest', () => {
    const ends = told('eu', 'MembershipApplicationEnded').map(({ data }) => `${data.actor} ${data.how ?? ''}`)
    expect(ends.toSorted()).toEqual([
      'che suspended',
      'che withdrawn',
      'dnk suspended',
      'gbr suspended',
      'irl suspended',
      'isl suspended',
      'isl withdrawn',
      'mar rejected',
      'mlt suspended',
      'nor lapsed',
      'nor lapsed',
      'nor suspended',
    ])
    expect(told('coe', 'MembershipApplicationEnded').map(({ data }) => data)).toEqual([
      { actor: 'blr', how: 'suspended' },
    ])
  })
  it('as many were admitted as there were members', () => {
    const members = (body: string, ...modes: string[]) =>
      told(body, 'MembershipStarted').filter(({ data }) => modes.includes(data.mode ?? '')).length
    // The six of 1958 and the twelve of 1993; 22 accessions from 1973 to 2013.
    expect([members('eu', 'original'), members('eu', 'accession')]).toEqual([6 + 12, 22])
    expect([members('nato', 'original'), members('nato', 'accession')]).toEqual([12, 20])
  })
  it('every condition that was met is one that was made', () => {
    const made = told('coe', 'ConditionAttached').map(({ data }) => `${data.actor} ${data.condition ?? ''}`)
    const met = told('coe', 'ConditionResolved').map(({ data }) => `${data.actor} ${data.condition ?? ''}`)
    expect(met.filter((one) => !made.includes(one))).toEqual([])
    // The Russian Federation never ratified Protocol No. 6.
    expect(made.filter((one) => !met.includes(one))).toEqual([expect.stringMatching(/^rus .*Protocol No\. 6/)])
  })
})

describe('every line', () => {
  const admitted = (body: string, from: string) =>
    told(body, 'MembershipStarted').filter(({ occurred = '', data }) => data.mode === 'accession' && occurred >= from)
  it.each([
    ['eu', '1973'],
    // Finland was admitted in 1989; its request is not at hand.
    ['coe', '1990'],
  ])('who was admitted to %s from %s on had asked before', (body, from) => {
    const asked = told(body, 'MembershipApplied')
    for (const started of admitted(body, from)) {
      const before = ofOne(asked, started.data.actor).some((one) => rangeOf(one).hi < rangeOf(started).lo)
      expect([wayOf(started), before]).toEqual([wayOf(started), true])
    }
    expect(admitted(body, from).length).toBeGreaterThanOrEqual(22)
  })
  it.each(['eu', 'coe'])('every step into %s lies after an application and before the admission', (body) => {
    const asked = told(body, 'MembershipApplied')
    const started = told(body, 'MembershipStarted').filter(({ data }) => data.mode === 'accession')
    for (const step of told(body, 'AccessionStepTaken')) {
      const { actor } = step.data
      const after = ofOne(asked, actor).some((one) => rangeOf(one).lo <= rangeOf(step).lo)
      const before = ofOne(started, actor).every((one) => rangeOf(step).hi < rangeOf(one).lo)
      expect([wayOf(step), after, before]).toEqual([wayOf(step), true, true])
    }
  })
  it('a step into NATO lies before the admission', () => {
    for (const step of told('nato', 'AccessionStepTaken')) {
      const started = ofOne(told('nato', 'MembershipStarted'), step.data.actor)
      expect([wayOf(step), started.every((one) => rangeOf(step).hi < rangeOf(one).lo)]).toEqual([wayOf(step), true])
    }
  })
  it('no act of the Communities is told of days on which they were the Union, and the other way round', () => {
    const border = igos.find(({ id }) => id === 'eu')?.founded ?? ''
    for (const { stream, type, occurred = '' } of linesOf('enlargement-european-union.jsonl'))
      if (stream === 'igo-eec' && type !== 'MembershipEnded') expect(occurred < border).toBe(true)
      else if (stream === 'igo-eu') expect(occurred >= border).toBe(true)
  })
  it('cites something, and steps are those that there are', () => {
    const steps = new Set<string>(accessionSteps)
    for (const { sources, data, type } of lines) {
      expect(sources.every(({ citation, ref }) => (citation ?? ref ?? '') !== '')).toBe(true)
      if (type === 'AccessionStepTaken') expect(steps.has(data.step ?? '')).toBe(true)
    }
  })
})
