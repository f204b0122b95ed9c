import { describe, expect, it } from 'vitest'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { untc2026 } from '../../src/sources/untc/untc-2026.ts'
import { codeOfNumber } from '../../src/text/treaty-number.ts'
import { inShort, isDraft, read } from './table-in-memory.ts'

const row = (mtdsg_no: string, country_name: string, signature_date: string, action_type = '', action_date = '') => ({
  mtdsg_no,
  country_name,
  signature_date,
  action_type,
  action_date,
})

describe('the tables of 2026', () => {
  it('number treaties in Roman numerals', () => {
    expect(['IV-2', 'IV-11-b', 'XXVI-2-a', 'XVIII-10', 'XXIX-1', '26-2'].map(codeOfNumber)).toEqual([
      '4-2',
      '4-11-b',
      '26-2-a',
      '18-10',
      '29-1',
      undefined,
    ])
  })

  it('hold a signature and a consent in each row, on one day or two', async () => {
    const rows = [
      row('IV-2', 'Algeria', '1966-12-09', 'Ratification', '1972-02-14'),
      row('IV-2', 'Ghana', '1966-09-08', 'Ratification', '1966-09-08'),
    ]
    expect(inShort(await read(untc2026, rows))).toEqual([
      'TreatySigned signature/1 1966-12-09',
      'TreatyRatified consent/1 1972-02-14',
      'TreatySigned signature/1 1966-09-08',
      'TreatyRatified consent/1 1966-09-08',
    ])
  })

  it('overlap with those of 2015: the same act has the same stream, actor, fact and day', async () => {
    const before = {
      treaty: '4-2',
      participant: 'Albania',
      action: 'accession',
      date: '1994-05-11',
      suffix: 'a',
      column_header: 'Ratification, Accession(a)',
      raw_value: '11 May 1994 a',
    }
    const [old] = await read(untc2015, [before])
    const [now] = await read(untc2026, [row('IV-2', 'Albania', '', 'Accession', '1994-05-11')])
    expect(now).toEqual({
      ...old,
      locator: 'IV-2, Albania',
      references: { actor: { scheme: 'name', code: 'Albania', on: '2026-02-03' } },
    })
    expect(untc2026.release.series).toBe(untc2015.release.series)
  })

  it('relabel acts: an acceptance printed as accession is the same act, by class and day', async () => {
    const before = {
      treaty: '26-2-c',
      participant: 'Australia',
      action: 'acceptance',
      date: '2002-12-03',
      suffix: 'A',
      column_header: 'Acceptance(A), Accession(a)',
      raw_value: '3 Dec 2002 A',
    }
    const [old] = await read(untc2015, [before])
    const [now] = await read(untc2026, [row('XXVI-2-c', 'Australia', '2002-12-03', 'Accession', '2002-12-03')])
    expect([old, now]).toMatchObject([
      { type: 'TreatyAccepted', fact: 'consent/1', occurred: '2002-12-03' },
      { type: 'TreatyAcceded', fact: 'consent/1', occurred: '2002-12-03' },
    ])
  })

  it('hold rows that were read from notes: the day of an objection by a former state is no signature', async () => {
    expect(
      inShort(
        await read(untc2026, [
          row('IV-4', 'Czechoslovakia', '1981-03-10'),
          row('IV-8', 'German Democratic Republic', '1980-12-11'),
        ]),
      ),
    ).toEqual(['skipped not-an-act', 'skipped not-an-act'])
  })

  it('have four tables with one column, where the date under "signature" is the date of consent', async () => {
    const rows = [
      row('XXVI-2-a', 'Albania', '2002-08-28'),
      row('XXVI-2-b', 'Albania', '2002-08-28'),
      row('XXVI-2-d', 'Albania', '2006-05-12'),
      row('XXVI-2-c', 'Albania', '2006-05-12', 'Ratification', '2006-05-12'),
    ]
    expect(inShort(await read(untc2026, rows))).toEqual([
      'TreatyConsentExpressed consent/1 2002-08-28',
      'TreatyConsentExpressed consent/1 2002-08-28',
      'TreatyConsentExpressed consent/1 2006-05-12',
      'TreatyRatified consent/1 2006-05-12',
    ])
  })

  it('have true signatures without consent in the convention itself', async () => {
    expect(inShort(await read(untc2026, [row('XXVI-2', 'Egypt', '1981-04-10')]))).toEqual([
      'TreatySigned signature/1 1981-04-10',
    ])
  })

  it('use the names of today: Bahamas (The), Türkiye; whom they mean is settled elsewhere', async () => {
    const yields = await read(untc2026, [
      row('IV-2', 'Bahamas (The)', '', 'Succession', '1975-08-05'),
      row('IV-2', 'Türkiye', '1972-10-13'),
    ])
    expect(yields.filter(isDraft).map((draft) => draft.references['actor']?.code)).toEqual(['Bahamas (The)', 'Türkiye'])
  })

  it('say nothing of parties that withdrew: their rows are absent, which is an anomaly and no retraction', () => {
    expect(untc2026.vanished).toBe('anomaly')
  })

  it('account for empty and for broken rows', async () => {
    const rows = [
      row('IV-2', 'Niue', ''),
      row('IV-2', 'Niue', '', 'Ratification'),
      row('IV-2', 'Niue', '', '', '1999-01-01'),
      row('IV-2', 'Niue', '1999'),
      row('4-2', 'Niue', ''),
      row('IV-2', 'Niue', '', 'constructor', '1999-01-01'),
    ]
    expect(inShort(await read(untc2026, rows))).toEqual([
      'skipped no-value',
      'bad action_date',
      'bad action_type',
      'bad signature_date',
      'bad mtdsg_no',
      'bad action_type',
    ])
  })
})
