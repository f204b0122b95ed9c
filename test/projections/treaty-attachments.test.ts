import { describe, expect, it } from 'vitest'
import { treatyAttachments } from '../../projections/folds/treaty-attachments.ts'
import { folded, intervalsOf } from '../support/folded.ts'
import { said } from '../support/recorded.ts'

const stream = 'treaty-toy'
const reserved = (occurred: string | undefined, more: object = {}) =>
  said(stream, 'ReservationMade', occurred, {
    actor: 'aaa',
    reservation: '1',
    provisions: ['2', '13(a)', '16'],
    at: 'consent',
    ...more,
  })
const withdrew = (occurred: string, more: object = {}) =>
  said(stream, 'ReservationWithdrawn', occurred, { actor: 'aaa', reservation: '1', ...more })

describe('what an actor attaches to a treaty', () => {
  it('holds from the day it was made', () => {
    expect(folded(treatyAttachments, [reserved('1984-11-06')], 'kind', 'label', 'attached', 'provisions')).toEqual([
      ['1984-11-06', null, 'certain', 'reservation', '1', 'consent', '["2","13(a)","16"]'],
    ])
  })
  it('holds until it is taken back, on receipt (Vienna Convention art. 22(3))', () => {
    expect(folded(treatyAttachments, [reserved('1984-11-06'), withdrew('1997-07-23')], 'label')).toEqual([
      ['1984-11-06', '1997-07-23', 'certain', '1'],
    ])
  })
  it('partly taken back, holds on with the provisions that are left', () => {
    expect(
      folded(
        treatyAttachments,
        [reserved('1984-11-06'), withdrew('1997-07-23', { provisions: ['13(a)'] })],
        'provisions',
      ),
    ).toEqual([
      ['1984-11-06', '1997-07-23', 'certain', '["2","13(a)","16"]'],
      ['1997-07-23', null, 'certain', '["2","16"]'],
    ])
  })
  it('is gone when its last provision is', () => {
    const list = [
      reserved('1984-11-06', { provisions: ['16(1)(c)', '16(1)(f)'] }),
      withdrew('1997-07-23', { provisions: ['16'] }),
    ]
    expect(folded(treatyAttachments, list, 'label')).toEqual([['1984-11-06', '1997-07-23', 'certain', '1']])
  })
  it('modified, holds on as modified', () => {
    const list = [
      reserved('1984-11-06'),
      said(stream, 'ReservationModified', '1990-01-01', { actor: 'aaa', reservation: '1', provisions: ['16'] }),
    ]
    expect(folded(treatyAttachments, list, 'provisions').map((row) => row.at(-1))).toEqual([
      '["2","13(a)","16"]',
      '["16"]',
    ])
  })
  it('without a date holds always: the composition ties it to its act', () => {
    expect(folded(treatyAttachments, [reserved(undefined)], 'made', 'latest').map((row) => row.slice(0, 3))).toEqual([
      [null, null, 'certain'],
    ])
    expect(folded(treatyAttachments, [reserved(undefined), withdrew('1997-07-23')], 'label')).toEqual([
      [null, '1997-07-23', 'certain', '1'],
    ])
  })
  it('known to the year only, is possible and keeps its last day', () => {
    const [row] = intervalsOf(treatyAttachments, [reserved('1984')])
    expect([row?.certainty, Number(row?.columns.latest) - Number(row?.from)]).toEqual(['possible', 365])
  })
  it('told alike by two sources is one, with both', () => {
    expect(
      intervalsOf(treatyAttachments, [reserved('1984-11-06'), reserved('1984-11-06')]).map(
        ({ decidedBy }) => decidedBy.length,
      ),
    ).toEqual([2])
  })
  it('made at signature and again at consent stands twice: the second confirms', () => {
    const list = [reserved('1980-07-17', { at: 'signature' }), reserved('1984-11-06')]
    expect(folded(treatyAttachments, list, 'attached').map((row) => [row[0], row.at(-1)])).toEqual([
      ['1980-07-17', 'signature'],
      ['1984-11-06', 'consent'],
    ])
  })
  it('taken back without having been made, is said to be', () => {
    expect(folded(treatyAttachments, [withdrew('1997-07-23')], 'detail')).toEqual([
      ['1997-07-23', null, 'certain', '{"unmade":"ReservationWithdrawn"}'],
    ])
  })
})

describe('objections, derogations, territories, amendments', () => {
  it('an objection names the reserving party, and whether it precludes entry into force', () => {
    const objection = said(stream, 'ObjectionMade', '1985-10-01', {
      actor: 'bbb',
      to: 'aaa',
      precludesEntryIntoForce: false,
    })
    expect(folded(treatyAttachments, [objection], 'kind', 'label', 'toward', 'detail')).toEqual([
      ['1985-10-01', null, 'certain', 'objection', '*', 'aaa', '{"precludesEntryIntoForce":false}'],
    ])
  })
  it('an objection is taken back toward one party, and stays toward others', () => {
    const object = (to: string) =>
      said(stream, 'ObjectionMade', '1985-10-01', { actor: 'bbb', to, precludesEntryIntoForce: false })
    const list = [
      object('aaa'),
      object('ccc'),
      said(stream, 'ObjectionWithdrawn', '1990-01-01', { actor: 'bbb', to: 'aaa' }),
    ]
    expect(folded(treatyAttachments, list, 'toward').map((row) => [row[1], row.at(-1)])).toEqual(
      expect.arrayContaining([
        ['1990-01-01', 'aaa'],
        [null, 'ccc'],
      ]),
    )
  })
  it('a derogation lasts until it ends', () => {
    const list = [
      said(stream, 'DerogationNotified', '2005-07-21', {
        actor: 'aaa',
        derogation: '1',
        provisions: ['9'],
        emergency: 'x',
      }),
      said(stream, 'DerogationEnded', '2008-07-19', { actor: 'aaa', derogation: '1' }),
    ]
    expect(folded(treatyAttachments, list, 'kind', 'provisions', 'detail')).toEqual([
      ['2005-07-21', '2008-07-19', 'certain', 'derogation', '["9"]', '{"emergency":"x"}'],
    ])
  })
  it('a treaty is extended to a territory, and ceases to apply there', () => {
    const list = [
      said(stream, 'TerritorialApplicationExtended', '1976-05-01', { actor: 'aaa', territory: 'An island' }),
      said(stream, 'TerritorialApplicationWithdrawn', '1998-05-01', { actor: 'aaa', territory: 'An island' }),
    ]
    expect(folded(treatyAttachments, list, 'kind', 'label')).toEqual([
      ['1976-05-01', '1998-05-01', 'certain', 'territory', 'An island'],
    ])
  })
  it('an amendment is accepted for good', () => {
    expect(
      folded(
        treatyAttachments,
        [said(stream, 'AmendmentAccepted', '1996-06-01', { actor: 'bbb', amendment: 'art-20' })],
        'kind',
        'label',
      ),
    ).toEqual([['1996-06-01', null, 'certain', 'amendment', 'art-20']])
  })
})
