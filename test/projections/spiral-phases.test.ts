import { describe, expect, it } from 'vitest'
import { changesOf } from '../../projections/compose/spiral/changes.ts'
import { finding } from '../../projections/compose/spiral/finding.ts'
import type { YearFindings } from '../../projections/compose/spiral/phase-rules.ts'
import { trajectory } from '../../projections/compose/spiral/trajectory.ts'
import type { Truth } from '../../src/common/three-valued.ts'

type Signs = Partial<Readonly<Record<Exclude<keyof YearFindings, 'year'>, Truth>>>

/** A year in which nothing holds but what is said, though acts are recorded. */
const year = (number: number, signs: Signs): YearFindings => {
  const told = (name: keyof Signs) =>
    finding(signs[name] ?? 'no', name, { reason: `${name}-not-known`, asRecorded: signs[name] === undefined })
  return {
    year: number,
    recorded: finding(signs.recorded ?? 'yes', 'recorded', { reason: 'nothing-recorded' }),
    repressed: told('repressed'),
    exemplary: told('exemplary'),
    sustained: told('sustained'),
    repressedByThen: told('repressedByThen'),
    improved: told('improved'),
    violated: told('violated'),
    campaign: told('campaign'),
    active: told('active'),
    reported: told('reported'),
    denial: told('denial'),
    silence: told('silence'),
    concession: told('concession'),
    consent: told('consent'),
    law: told('law'),
    complaints: told('complaints'),
    discourse: told('discourse'),
  }
}

/** Years from 1971 on, each with what holds in it. */
const given = (...years: readonly Signs[]) => trajectory(years.map((signs, index) => year(1971 + index, signs)))
const phasesOf = (...years: readonly Signs[]) => given(...years).map(({ phase }) => phase)
const lastOf = (...years: readonly Signs[]) => given(...years).at(-1)

const repression: Signs = { repressed: 'yes', repressedByThen: 'yes', violated: 'yes' }
const denial: Signs = { ...repression, campaign: 'yes', active: 'yes', denial: 'yes' }
const concession: Signs = { ...repression, campaign: 'yes', active: 'yes', concession: 'yes' }
const prescriptive: Signs = {
  repressedByThen: 'yes',
  consent: 'yes',
  law: 'yes',
  complaints: 'yes',
  discourse: 'yes',
}
const consistent: Signs = { ...prescriptive, sustained: 'yes' }

describe('the whole spiral', () => {
  it('goes from repression to rule-consistent behaviour', () =>
    expect(phasesOf(repression, denial, concession, prescriptive, consistent)).toEqual(['1', '2', '3', '4', '5']))
})

describe('phase 1', () => {
  it('is repression without a campaign, and says that this is so as far as recorded', () =>
    expect(lastOf(repression)).toMatchObject({ phase: '1', asRecorded: true }))
  it('is none without repression', () => expect(lastOf({})).toMatchObject({ phase: 'NONE' }))
  it('is none once a campaign is active', () => expect(lastOf({ ...repression, active: 'yes' })?.phase).toBe('NONE'))
  it('is unknown in a year without a score', () =>
    expect(lastOf({ repressed: 'unknown', violated: 'yes' })).toMatchObject({
      phase: 'UNKNOWN',
      possible: ['1', 'NONE'],
      reasons: ['repressed-not-known'],
    }))
  it('is open where practice is bad and no violation of the norm is recorded', () =>
    expect(lastOf({ ...repression, violated: 'unknown' })).toMatchObject({
      phase: 'UNKNOWN',
      possible: ['1', 'NONE'],
      reasons: ['violated-not-known'],
    }))
  it('is none where practice is good, whether or not a violation is recorded', () =>
    expect(lastOf({ repressed: 'no', violated: 'unknown' })?.phase).toBe('NONE'))
  it('is never said where nothing is recorded of the two', () =>
    expect(lastOf({ ...repression, recorded: 'no' })).toMatchObject({
      phase: 'UNKNOWN',
      possible: [],
      reasons: ['nothing-recorded'],
    }))
})

describe('a year in whose window nothing is recorded', () => {
  const quiet: Signs = { recorded: 'no' }
  it('is unknown where otherwise no rule would hold', () =>
    expect(lastOf(denial, quiet)).toMatchObject({ phase: 'UNKNOWN', possible: [], reasons: ['nothing-recorded'] }))
  it('keeps the phase that consent and law make', () => {
    expect(lastOf(denial, concession, { ...prescriptive, ...quiet })?.phase).toBe('4')
    expect(lastOf(denial, concession, { ...prescriptive, law: 'no', ...quiet })?.phase).toBe('4-partial')
    expect(lastOf(denial, concession, { ...consistent, ...quiet })?.phase).toBe('5')
  })
  it('is unknown where one act may lie in it, and no rule would hold without that act', () =>
    expect(lastOf(denial, { recorded: 'unknown' })?.phase).toBe('UNKNOWN'))
  it('has the phases that this act leaves possible', () =>
    expect(lastOf(denial, { ...concession, concession: 'unknown', recorded: 'unknown' })?.possible).toEqual([
      '3',
      'NONE',
    ]))
  it('does not undo what had been reached', () =>
    expect(phasesOf(denial, quiet, concession)).toEqual(['2', 'UNKNOWN', '3']))
})

describe('phase 2', () => {
  it('is an answer that denies', () => expect(lastOf(denial)?.phase).toBe('2'))
  it('is silence, too', () => expect(lastOf({ ...denial, denial: 'no', silence: 'yes' })?.phase).toBe('2'))
  it('is set off by a report as by a campaign', () =>
    expect(lastOf({ ...denial, campaign: 'no', repressed: 'no', reported: 'yes' })?.phase).toBe('2'))
  it('is none where the state said something else', () =>
    expect(lastOf({ ...denial, denial: 'no', silence: 'no' })?.phase).toBe('NONE'))
  it('ends with a concession', () => expect(lastOf(denial, { ...denial, concession: 'yes' })?.phase).toBe('3'))
  it('is open where it is not known whether it was silent', () =>
    expect(lastOf({ ...denial, denial: 'no', silence: 'unknown' })).toMatchObject({ possible: ['2', 'NONE'] }))
  it('needs repression before it, in this year or an earlier one', () => {
    expect(lastOf({ campaign: 'yes', denial: 'yes' })).toMatchObject({
      phase: 'NONE',
      says: 'the rule of phase 2 holds, but phase 1 had not been reached',
    })
    expect(lastOf({ campaign: 'yes', denial: 'yes', repressedByThen: 'unknown' })).toMatchObject({
      phase: 'UNKNOWN',
      possible: ['2', 'NONE'],
      reasons: ['phase-1-not-known'],
    })
  })
})

describe('phase 3', () => {
  it('is a concession while practice is not better', () => expect(lastOf(denial, concession)?.phase).toBe('3'))
  it('is none where practice is better', () =>
    expect(lastOf(denial, { ...concession, improved: 'yes' })?.phase).toBe('NONE'))
  it('is open where practice is not known', () =>
    expect(lastOf(denial, { ...concession, improved: 'unknown' })).toMatchObject({
      possible: ['3', 'NONE'],
      reasons: ['improved-not-known'],
    }))
  it('needs denial before it', () => expect(lastOf(concession)?.phase).toBe('NONE'))
  it('goes on being reached: a concession years later is phase 3 again', () =>
    expect(phasesOf(denial, concession, {}, concession)).toEqual(['2', '3', 'NONE', '3']))
})

describe('phase 4', () => {
  const reached = [denial, concession] as const
  it.each(['consent', 'law', 'complaints', 'discourse'] as const)('is partial without %s', (sign) =>
    expect(lastOf(...reached, { ...prescriptive, [sign]: 'no' })?.phase).toBe('4-partial'),
  )
  it('is none with two signs', () =>
    expect(lastOf(...reached, { ...prescriptive, law: 'no', consent: 'no' })?.phase).toBe('NONE'))
  it('is open between partial and whole where one sign is not known', () =>
    expect(lastOf(...reached, { ...prescriptive, law: 'unknown' })).toMatchObject({
      phase: 'UNKNOWN',
      possible: ['4', '4-partial'],
      reasons: ['law-not-known'],
    }))
  it('is open between partial and what is below where three are asked and one is not known', () =>
    expect(lastOf(...reached, { ...concession, ...prescriptive, law: 'unknown', consent: 'no' })).toMatchObject({
      possible: ['4-partial', '3'],
    }))
  it('needs concessions before it', () => expect(lastOf(denial, prescriptive)?.phase).toBe('NONE'))
})

describe('phase 5', () => {
  it('needs all four signs', () =>
    expect(lastOf(denial, concession, prescriptive, { ...consistent, law: 'no' })?.phase).toBe('4-partial'))
  it('needs good practice for years', () =>
    expect(lastOf(denial, concession, prescriptive, { ...consistent, sustained: 'no' })?.phase).toBe('4'))
  it('is open where some of these years have no score', () =>
    expect(lastOf(denial, concession, { ...consistent, sustained: 'unknown' })?.possible).toEqual(['5', '4']))
})

describe('regress', () => {
  const changed = (...years: readonly Signs[]) => changesOf(given(...years)).map(({ to, kind }) => `${to} ${kind}`)
  it('from 5 to 3 is told as such', () =>
    expect(changed(repression, denial, concession, prescriptive, consistent, concession)).toEqual([
      '1 start',
      '2 advance',
      '3 advance',
      '4 advance',
      '5 advance',
      '3 regress',
    ]))
  it('to denial and to repression, too', () =>
    expect(changed(denial, concession, denial, repression)).toEqual(['2 start', '3 advance', '2 regress', '1 regress']))
  it('is not what a year says in which no rule holds, or of which nobody knows; after it the last phase counts', () =>
    expect(changed(denial, concession, {}, concession, { repressed: 'unknown', violated: 'unknown' }, denial)).toEqual([
      '2 start',
      '3 advance',
      'NONE none',
      '3 again',
      'UNKNOWN unknown',
      '2 regress',
    ]))
  it('keeps what had been reached: after it phase 4 needs no second concession', () =>
    expect(phasesOf(denial, concession, denial, prescriptive)).toEqual(['2', '3', '2', '4']))
})
