import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LegalStatus } from '../../projections/compose/treaty/legal-status.ts'
import { asker } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'

let bundled: BundledCase
beforeAll(async () => {
  bundled = await loadBundledCase()
})
afterAll(() => bundled.remove())
const ask = asker(() => bundled.workspace)

interface Status {
  status: string
  certainty: string
  since: string | null
  spell: number
}
const status = (state: string, subject: string, asOf: string, asKnownAt?: string) =>
  ask<Status>('status', { state, subject }, { asOf, ...(asKnownAt !== undefined && { asKnownAt }) })

/**
 * Deposits, notices and their effect: United Nations Treaty Collection, participants tables and notes; Council of
 * Europe, Treaty Office.
 */
const facts: Readonly<
  Record<string, readonly (readonly [state: string, subject: string, asOf: string, expected: LegalStatus])[]>
> = {
  'nobody is bound by the Convention against Torture before thirty days have passed since Denmark': [
    ['dnk', 'cat', '1987-06-25', 'CONSENTED'],
    ['dnk', 'cat', '1987-06-26', 'IN_FORCE'],
  ],
  'the United States and the Convention against Torture': [
    ['usa', 'cat', '1988-04-17', 'NONE'],
    ['usa', 'cat', '1994-10-20', 'SIGNED'],
    ['usa', 'cat', '1994-10-21', 'CONSENTED'],
    ['usa', 'cat', '1994-11-19', 'CONSENTED'],
    ['usa', 'cat', '1994-11-20', 'IN_FORCE'],
  ],
  'the Rome Statute': [
    ['ner', 'rome', '2002-06-30', 'CONSENTED'],
    ['ner', 'rome', '2002-07-01', 'IN_FORCE'],
    ['pse', 'rome', '2015-03-31', 'CONSENTED'],
    ['pse', 'rome', '2015-04-01', 'IN_FORCE'],
    ['arm', 'rome', '2024-01-31', 'CONSENTED'],
    ['arm', 'rome', '2024-02-01', 'IN_FORCE'],
    ['ukr', 'rome', '2024-12-31', 'CONSENTED'],
    ['ukr', 'rome', '2025-01-01', 'IN_FORCE'],
  ],
  'Burundi leaves the Rome Statute': [
    ['bdi', 'rome', '2004-11-30', 'CONSENTED'],
    ['bdi', 'rome', '2004-12-01', 'IN_FORCE'],
    ['bdi', 'rome', '2016-10-27', 'EXIT_PENDING'],
    ['bdi', 'rome', '2017-10-26', 'EXIT_PENDING'],
    ['bdi', 'rome', '2017-10-27', 'EXITED'],
  ],
  'the Philippines leave the Rome Statute': [
    ['phl', 'rome', '2011-10-31', 'CONSENTED'],
    ['phl', 'rome', '2011-11-01', 'IN_FORCE'],
    ['phl', 'rome', '2019-03-16', 'EXIT_PENDING'],
    ['phl', 'rome', '2019-03-17', 'EXITED'],
  ],
  'the Gambia and South Africa take their notices back': [
    ['gmb', 'rome', '2002-09-01', 'IN_FORCE'],
    ['gmb', 'rome', '2017-02-09', 'EXIT_PENDING'],
    ['gmb', 'rome', '2017-02-10', 'IN_FORCE'],
    ['gmb', 'rome', '2017-11-10', 'IN_FORCE'],
    ['zaf', 'rome', '2017-03-06', 'EXIT_PENDING'],
    ['zaf', 'rome', '2017-10-19', 'IN_FORCE'],
  ],
  'signatures that were repudiated stay in the record': [
    ['usa', 'rome', '2002-05-05', 'SIGNED'],
    ['usa', 'rome', '2002-05-06', 'SIGNATURE_REPUDIATED'],
    ['isr', 'rome', '2002-08-27', 'SIGNED'],
    ['isr', 'rome', '2002-08-28', 'SIGNATURE_REPUDIATED'],
    ['sdn', 'rome', '2008-08-26', 'SIGNATURE_REPUDIATED'],
    ['rus', 'rome', '2016-11-30', 'SIGNATURE_REPUDIATED'],
  ],
  'Russia is bound by the European Convention for six months after it ceased to be a member (art 58)': [
    ['rus', 'echr', '1998-05-05', 'IN_FORCE'],
    ['rus', 'echr', '2022-09-15', 'EXIT_PENDING'],
    ['rus', 'echr', '2022-09-16', 'EXITED'],
  ],
  'Greece denounces the European Convention, and comes back': [
    ['grc', 'echr', '1953-09-03', 'IN_FORCE'],
    ['grc', 'echr', '1970-06-12', 'EXIT_PENDING'],
    ['grc', 'echr', '1970-06-13', 'EXITED'],
    ['grc', 'echr', '1974-11-28', 'IN_FORCE'],
  ],
  'Canada leaves the Kyoto Protocol': [
    ['can', 'kyoto', '2005-02-15', 'CONSENTED'],
    ['can', 'kyoto', '2005-02-16', 'IN_FORCE'],
    ['can', 'kyoto', '2011-12-15', 'EXIT_PENDING'],
    ['can', 'kyoto', '2012-12-15', 'EXITED'],
    ['usa', 'kyoto', '2012-12-15', 'SIGNED'],
  ],
  'the United States and the Paris Agreement': [
    ['usa', 'paris', '2016-11-03', 'CONSENTED'],
    ['usa', 'paris', '2016-11-04', 'IN_FORCE'],
    ['usa', 'paris', '2020-11-03', 'EXIT_PENDING'],
    ['usa', 'paris', '2020-11-04', 'EXITED'],
    ['usa', 'paris', '2021-01-20', 'CONSENTED'],
    ['usa', 'paris', '2021-02-19', 'IN_FORCE'],
    ['usa', 'paris', '2026-01-26', 'EXIT_PENDING'],
    ['usa', 'paris', '2026-01-27', 'EXITED'],
  ],
  'Türkiye and the Istanbul Convention': [
    ['tur', 'istanbul', '2012-03-13', 'SIGNED'],
    ['tur', 'istanbul', '2014-07-31', 'CONSENTED'],
    ['tur', 'istanbul', '2014-08-01', 'IN_FORCE'],
    ['tur', 'istanbul', '2021-06-30', 'EXIT_PENDING'],
    ['tur', 'istanbul', '2021-07-01', 'EXITED'],
    ['eu', 'istanbul', '2023-10-01', 'IN_FORCE'],
  ],
  'the Covenant on Civil and Political Rights': [
    ['usa', 'iccpr', '1992-06-08', 'CONSENTED'],
    ['usa', 'iccpr', '1992-09-08', 'IN_FORCE'],
    ['chn', 'iccpr', '2025-12-31', 'SIGNED'],
    ['prk', 'iccpr', '1981-12-13', 'CONSENTED'],
    ['prk', 'iccpr', '1981-12-14', 'IN_FORCE'],
    ['prk', 'iccpr', '2025-12-31', 'IN_FORCE'],
    ['khm', 'iccpr', '1992-08-26', 'IN_FORCE'],
  ],
  'two Yemens become one: what Democratic Yemen took on binds the united one, and never bound the Arab Republic': [
    ['pdry', 'iccpr', '1987-05-09', 'IN_FORCE'],
    ['pdry', 'iccpr', '1990-05-22', 'EXTINCT'],
    ['yar', 'iccpr', '1990-05-21', 'NONE'],
    ['yem', 'iccpr', '1990-05-22', 'IN_FORCE'],
  ],
  'Germany: the Democratic Republic ends, the Federal Republic goes on': [
    ['ddr', 'iccpr', '1990-10-02', 'IN_FORCE'],
    ['ddr', 'iccpr', '1990-10-03', 'EXTINCT'],
    ['deu', 'iccpr', '1990-10-03', 'IN_FORCE'],
  ],
  'successors are bound from the day of succession': [
    ['yug', 'iccpr', '1976-03-23', 'IN_FORCE'],
    ['srb', 'iccpr', '1992-04-27', 'IN_FORCE'],
    ['csk', 'cat', '1992-12-31', 'IN_FORCE'],
    ['csk', 'cat', '1993-01-01', 'EXTINCT'],
    ['cze', 'cat', '1993-01-01', 'IN_FORCE'],
    ['svk', 'cat', '1993-01-01', 'IN_FORCE'],
  ],
  'the First Optional Protocol: out and in again on one day leaves no gap': [
    ['tto', 'iccpr-op1', '1981-02-14', 'IN_FORCE'],
    ['tto', 'iccpr-op1', '1998-08-25', 'EXIT_PENDING'],
    ['tto', 'iccpr-op1', '1998-08-26', 'IN_FORCE'],
    ['tto', 'iccpr-op1', '2000-06-26', 'EXIT_PENDING'],
    ['tto', 'iccpr-op1', '2000-06-27', 'EXITED'],
    ['guy', 'iccpr-op1', '1993-08-10', 'IN_FORCE'],
    ['guy', 'iccpr-op1', '1999-04-04', 'EXIT_PENDING'],
    ['guy', 'iccpr-op1', '1999-04-05', 'IN_FORCE'],
  ],
}

describe.each(Object.entries(facts))('%s', (_, rows) => {
  it.each(rows)('%s under %s on %s is %s', async (state, subject, asOf, expected) => {
    const answer = await status(state, subject, asOf)
    expect([answer.status, answer.certainty]).toEqual([expected, 'certain'])
  })
})

describe('spells', () => {
  it('the United States has two under the Paris Agreement', async () => {
    expect([
      (await status('usa', 'paris', '2016-11-04')).spell,
      (await status('usa', 'paris', '2021-02-19')).spell,
    ]).toEqual([1, 2])
  })
  it("the Gambia's is unbroken", async () =>
    expect(await status('gmb', 'rome', '2020-01-01')).toMatchObject({ spell: 1, status: 'IN_FORCE' }))
  it('that of Trinidad and Tobago from 1998 on is its second', async () =>
    expect((await status('tto', 'iccpr-op1', '1998-08-26')).spell).toBe(2))
})

describe('Germany 1990', () => {
  it('two parties to the Covenant become one, and nobody withdrew', async () => {
    const on = (asOf: string) =>
      ask<{ parties: { count: number; states: string[] }; acts: { actor: string; class: string }[] }>(
        'treaty',
        { treaty: 'iccpr' },
        { asOf },
      )
    const [before, after] = [await on('1990-10-02'), await on('1990-10-03')]
    expect(before.parties.states).toEqual(expect.arrayContaining(['ddr', 'deu']))
    expect(after.parties).toEqual({
      count: before.parties.count - 1,
      states: before.parties.states.filter((state) => state !== 'ddr'),
    })
    expect(after.acts.filter(({ actor, class: kind }) => actor === 'ddr' && kind === 'notice')).toEqual([])
  })
})

describe('what a signature leaves', () => {
  it('the United States is among the signatories of the Rome Statute still', async () => {
    const { signatories } = await ask<{ signatories: { states: string[] } }>(
      'treaty',
      { treaty: 'rome' },
      { asOf: '2020-01-01' },
    )
    expect(signatories.states).toEqual(expect.arrayContaining(['isr', 'rus', 'sdn', 'usa']))
  })
})
