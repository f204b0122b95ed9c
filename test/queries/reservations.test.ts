import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { tableOf } from '../../src/queries/question/question.ts'

/**
 * An invented treaty and norm, three invented states; and Trinidad's Protocol, whose dates are general knowledge (MTDSG
 * IV.5), not re-checked.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const state = (id: string) => ({
  stream: `state-${id}`,
  type: 'ActorDefined',
  sources,
  data: { actor: id, name: `Toyland ${id}`, kind: 'state' },
})
const under = (treaty: string, type: string, occurred: string | undefined, data: object) => ({
  stream: `treaty-${treaty}`,
  type,
  ...(occurred !== undefined && { occurred }),
  sources,
  data,
})
const toy = (type: string, occurred: string | undefined, data: object) => under('toy', type, occurred, data)
const lines = [
  ...['toya', 'toyb', 'toyc'].map(state),
  toy('TreatyConcluded', '1980-01-01', {
    treaty: 'toy',
    title: 'A toy convention',
    entryIntoForce: { trigger: { kind: 'count', n: 1 } },
    exit: 'silent',
    reservations: 'permitted',
  }),
  {
    stream: 'norm-play',
    type: 'NormDefined',
    sources,
    data: { norm: 'play', name: 'The right to play', statement: 'Everybody may play.', coreArticles: ['toy 2'] },
  },
  {
    stream: 'norm-play',
    type: 'InstrumentLinked',
    sources,
    data: { instrument: 'toy', role: 'core', articles: ['2', '3'] },
  },
  toy('TreatyRatified', '1981-01-01', { actor: 'toyb' }),
  toy('TreatyRatified', '1985-01-01', { actor: 'toya' }),
  toy('ReservationMade', '1985-01-01', {
    actor: 'toya',
    reservation: '1',
    provisions: ['2', '29'],
    at: 'consent',
    text: 'No play on Sundays.',
  }),
  toy('ReservationWithdrawn', '1995-01-01', { actor: 'toya', reservation: '1', provisions: ['2'] }),
  toy('ReservationWithdrawn', '2000-01-01', { actor: 'toya', reservation: '1' }),
  toy('ObjectionMade', '1985-06-01', { actor: 'toyb', to: 'toya', reservation: '1', precludesEntryIntoForce: true }),
  toy('DeclarationMade', '1990-01-01', {
    actor: 'toya',
    declaration: 'art-40',
    kind: 'optionalClause',
    provisions: ['40'],
    at: 'late',
  }),
  toy('AmendmentAccepted', '1991-01-01', { actor: 'toya', amendment: '1991' }),
  toy('TerritorialApplicationExtended', '1992-01-01', { actor: 'toya', territory: 'Toy Island' }),
  toy('TerritorialApplicationWithdrawn', '1999-01-01', { actor: 'toya', territory: 'Toy Island' }),
  toy('DerogationNotified', '1992-06-01', {
    actor: 'toya',
    derogation: 'storm',
    provisions: ['3'],
    emergency: 'A storm',
  }),
  toy('DerogationEnded', '1994-01-01', { actor: 'toya', derogation: 'storm' }),
  toy('TreatySigned', '1985-01-01', { actor: 'toyc' }),
  toy('ReservationMade', undefined, { actor: 'toyc', reservation: 'a', provisions: [], at: 'signature' }),
  {
    stream: 'domestic-toya',
    type: 'LegislationEnacted',
    occurred: '1998-01-01',
    sources,
    data: { actor: 'toya', norm: 'play', title: 'Play Act' },
  },
  {
    stream: 'norm-play',
    type: 'NormContested',
    occurred: '1990-01-01',
    sources,
    data: { actor: 'toyc', type: 'validity', stance: 'contesting' },
  },
  {
    stream: 'norm-complaints',
    type: 'NormDefined',
    sources,
    data: { norm: 'complaints', name: 'Individual complaints', statement: 'Individuals may complain.' },
  },
  {
    stream: 'norm-complaints',
    type: 'InstrumentLinked',
    sources,
    data: { instrument: 'iccpr-op1', role: 'core', articles: ['1'] },
  },
  under('iccpr-op1', 'TreatyEnteredIntoForce', '1976-03-23', {}),
  under('iccpr-op1', 'TreatyAcceded', '1980-11-14', { actor: 'tto' }),
  under('iccpr-op1', 'TreatyWithdrawalNotified', '1998-05-26', { actor: 'tto' }),
  under('iccpr-op1', 'TreatyAcceded', '1998-05-26', { actor: 'tto' }),
  under('iccpr-op1', 'ReservationMade', '1998-05-26', {
    actor: 'tto',
    reservation: '1',
    provisions: ['1'],
    at: 'consent',
  }),
  under('iccpr-op1', 'TreatyWithdrawalNotified', '2000-03-27', { actor: 'tto' }),
  under('iccpr-op1', 'TreatyAcceded', '1990-01-01', { actor: 'toyb' }),
  under('iccpr-op1', 'ObjectionMade', '1999-01-01', {
    actor: 'toyb',
    to: 'Trinidad and Tobago',
    precludesEntryIntoForce: false,
  }),
]

const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Row {
  actor: string
  reservation: string
  provisions: string[]
  standing: string
  fate: string
  core: string[]
  withdrawn: string | null
  boundWithQualification: boolean
  noRelationsWith: string[]
  objections: { actor: string; precludes: boolean }[]
}
const ledger = async (asOf: string, input: object = {}) =>
  (
    await ask<{ reservations: Row[]; anomalies: { code: string }[] }>(
      'reservations',
      { treaty: 'toy', ...input },
      { asOf },
    )
  ).reservations
const status = (actor: string, subject: string, asOf: string) => ask('status', { state: actor, subject }, { asOf })

describe('the ledger of reservations', () => {
  it('shows a reservation as it stood, what it qualifies, and who objected', async () => {
    expect(await ledger('1990-01-01', { state: 'toya' })).toMatchObject([
      {
        actor: 'toya',
        reservation: '1',
        provisions: ['2', '29'],
        standing: 'yes',
        fate: 'effective',
        core: ['play'],
        withdrawn: null,
        boundWithQualification: true,
        noRelationsWith: ['toyb'],
        objections: [{ actor: 'toyb', precludes: true }],
      },
    ])
  })
  it('knows nothing before it was made', async () => expect(await ledger('1984-12-31')).toEqual([]))
  it('taken back in part, shows what is left: no core article any more', async () => {
    expect(await ledger('1995-01-01', { state: 'toya' })).toMatchObject([
      { provisions: ['29'], standing: 'yes', core: [], boundWithQualification: false },
    ])
  })
  it('taken back, shows since when', async () =>
    expect(await ledger('2001-01-01', { state: 'toya' })).toMatchObject([
      { standing: 'no', fate: 'withdrawn', withdrawn: '2000-01-01' },
    ]))
  it('shows what waits for consent as pending, and dates it by the act that it was made with', async () => {
    expect(await ledger('1990-01-01', { state: 'toyc' })).toMatchObject([
      { standing: 'no', fate: 'pending', made: { earliest: '1985-01-01' } },
    ])
  })
  it('comes as a table, a row a reservation', async () => {
    const question = questionNamed('reservations')
    const answer = await ask('reservations', { treaty: 'toy' }, { asOf: '1990-01-01' })
    const table = tableOf(question, answer)
    expect(
      [...table.rows].map((row) => Object.fromEntries(row.map((cell, index) => [table.columns[index]?.name, cell]))),
    ).toMatchObject([
      {
        actor: 'toya',
        provisions: '2 29',
        precluding: 'toyb',
        objections: 'toyb:1985-06-01',
        bound_with_qualification: 1,
      },
      { actor: 'toyc', standing: 'no', bound_with_qualification: 0 },
    ])
  })
})

describe('the status under a treaty', () => {
  const attributes = async (actor: string, asOf: string) =>
    (await ask<{ attributes: object }>('status', { state: actor, subject: 'toy' }, { asOf })).attributes
  it('carries what stands beside it', async () => {
    expect(await attributes('toya', '1993-01-01')).toEqual({
      reservations: [{ label: '1', provisions: ['2', '29'] }],
      noRelationsWith: ['toyb'],
      optionalClauses: ['40'],
      derogations: [{ label: 'storm', provisions: ['3'] }],
      territories: ['Toy Island'],
      amendments: ['1991'],
    })
  })
  it('and is changed by none of it', async () =>
    expect(await status('toya', 'toy', '1993-01-01')).toMatchObject({ status: 'IN_FORCE', since: '1985-01-01' }))
  it('no longer when it is taken back or over', async () => {
    expect(await attributes('toya', '2001-01-01')).toMatchObject({
      reservations: [],
      noRelationsWith: [],
      derogations: [],
      territories: [],
      amendments: ['1991'],
    })
  })
})

describe('the norm, with reservations, domestic acts and contestation', () => {
  it.each([
    ['1985-01-01', 'BOUND_QUALIFIED'],
    ['1995-01-01', 'BOUND'],
    ['1998-01-01', 'INSTITUTIONALIZED'],
  ])('on %s is %s', async (asOf, expected) =>
    expect(await status('toya', 'play', asOf)).toMatchObject({ status: expected }),
  )
  it('names the domestic act that made it so', async () => {
    const answer = await ask<{
      domestic: { title: string; decidedBy: string[] }[]
      norm: { institutionalizedBy: string[] }
    }>('status', { state: 'toya', subject: 'play' }, { asOf: '1998-01-01' })
    expect(answer.domestic).toMatchObject([{ title: 'Play Act' }])
    expect(answer.norm.institutionalizedBy).toEqual(answer.domestic[0]?.decidedBy)
  })
  it('shows words against it where nothing binds, and keeps the commitment', async () => {
    expect(await status('toyc', 'play', '1991-01-01')).toMatchObject({
      status: 'CONTESTING',
      norm: { commitment: 'SIGNALLED', contestation: [{ type: 'validity', stance: 'contesting' }] },
    })
  })
  it('goes down to the reservation among the evidence', async () => {
    const { evidence } = await ask<{ evidence: { type: string }[] }>(
      'explain status',
      { state: 'toya', subject: 'play' },
      { asOf: '1990-01-01' },
    )
    expect(evidence.map(({ type }) => type)).toContain('ReservationMade')
  })
})

describe('Trinidad and Tobago and the First Optional Protocol', () => {
  it.each([
    ['1998-05-25', 'BOUND'],
    ['1998-08-25', 'EXITING'],
    ['1998-08-26', 'BOUND_QUALIFIED'],
    ['2000-03-26', 'BOUND_QUALIFIED'],
    ['2000-06-26', 'EXITING'],
    ['2000-06-27', 'EXITED'],
  ])('on %s is %s', async (asOf, expected) =>
    expect(await status('tto', 'complaints', asOf)).toMatchObject({ status: expected }),
  )
  it('has its reservation in the ledger, with the second spell', async () => {
    expect(await ledger('1998-08-25', { treaty: 'iccpr-op1' })).toMatchObject([{ standing: 'no', fate: 'pending' }])
    expect(await ledger('1998-08-26', { treaty: 'iccpr-op1' })).toMatchObject([
      { standing: 'yes', core: ['complaints'], boundWithQualification: true, objections: [] },
    ])
    expect(await ledger('1999-01-01', { treaty: 'iccpr-op1' })).toMatchObject([
      { objections: [{ actor: 'toyb', precludes: false }], boundWithQualification: true, noRelationsWith: [] },
    ])
    expect(await ledger('2000-06-27', { treaty: 'iccpr-op1' })).toMatchObject([{ standing: 'no', fate: 'ended' }])
  })
})
