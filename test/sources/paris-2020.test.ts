import { describe, expect, it } from 'vitest'
import { paris2020 } from '../../src/sources/untc/paris-2020.ts'
import { inShort, read } from './table-in-memory.ts'

describe('the Paris Agreement in 2020', () => {
  it('has a signature and a consent in most rows, only an accession in two', async () => {
    const rows = [
      {
        country_name: 'Austria',
        signature_date: '2016-04-22',
        action_type: 'ratification',
        action_date: '2016-10-05',
        raw_state: 'Ratifié',
      },
      { country_name: 'Syria', action_type: 'accession', action_date: '2017-11-13', raw_state: 'Adhésion' },
    ]
    const yields = await read(paris2020, rows)
    expect(inShort(yields)).toEqual([
      'TreatySigned signature/1 2016-04-22',
      'TreatyRatified consent/1 2016-10-05',
      'TreatyAcceded consent/1 2017-11-13',
    ])
    expect(yields[2]).toMatchObject({
      stream: ['treaty', { scheme: 'untc', code: '27-7-d' }],
      references: { actor: { scheme: 'name', code: 'Syria' } },
    })
  })

  it('has no date for the withdrawal of the United States: the signature stays, and says so', async () => {
    const yields = await read(paris2020, [
      { country_name: 'United States', signature_date: '2016-04-22', action_type: 'withdrawal', raw_state: 'Retrait' },
    ])
    expect(inShort(yields)).toEqual(['TreatySigned signature/1 2016-04-22'])
    expect(yields[0]).toMatchObject({ note: 'The table also says "Retrait" (withdrawal), without a date' })
  })

  it('skips an undated withdrawal that stands alone', async () => {
    expect(
      inShort(
        await read(paris2020, [{ country_name: 'United States', action_type: 'withdrawal', raw_state: 'Retrait' }]),
      ),
    ).toEqual(['skipped not-an-act'])
  })

  it('has a signature without any status for South Sudan', async () => {
    expect(inShort(await read(paris2020, [{ country_name: 'South Sudan', signature_date: '2016-04-22' }]))).toEqual([
      'TreatySigned signature/1 2016-04-22',
    ])
  })

  it('accounts for empty and for broken rows', async () => {
    const rows = [
      { country_name: 'Niue' },
      { country_name: 'Niue', action_type: 'ratification' },
      { country_name: 'Niue', action_type: 'oubli', action_date: '2016-10-05' },
      { signature_date: '2016-04-22' },
    ]
    expect(inShort(await read(paris2020, rows))).toEqual([
      'skipped no-value',
      'bad action_date',
      'bad action_type',
      'bad country_name',
    ])
  })
})
