import { describe, expect, it } from 'vitest'
import { appendLines } from '../../src/ingest/index.ts'
import { summaryOf } from '../../src/queries/record/event-summary.ts'
import { firstFew, shortened } from '../../src/text/shorten.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { questionNamed } from '../support/ask.ts'
import { complete } from '../support/complete.ts'

const long = `It makes reservations to many articles. ${'and so on '.repeat(700)}THE END`

const line = (stream: string, type: string, occurred: string | undefined, data: object) =>
  JSON.stringify({
    stream,
    type,
    ...(occurred !== undefined && { occurred }),
    data,
    sources: [{ citation: 'a test', kind: 'press' }],
  })

const lines = [
  ...complete(['ottawa']).map((one) => JSON.stringify(one)),
  line('treaty-cedaw', 'TreatyAcceded', '2004-10-06', { actor: 'are' }),
  line('treaty-cedaw', 'DeclarationMade', undefined, {
    actor: 'are',
    declaration: 'untc-2015',
    kind: 'unclassified',
    at: 'consent',
    text: long,
  }),
  line('treaty-rome', 'TreatySigned', '2000-12-31', { actor: 'usa' }),
  line('treaty-ottawa', 'TreatySigned', '1997-12-03', { actor: 'fra' }),
  line('norm-landmines', 'NormContested', '1997-09-17', {
    actor: 'usa',
    type: 'application',
    stance: 'contesting',
    text: 'an exception for Korea',
  }),
  line('campaign-icbl', 'CampaignLaunched', '1992-10-01', {
    name: 'International Campaign to Ban Landmines',
    norms: ['landmines'],
    targets: 'all',
    initiator: 'Handicap International',
  }),
  line('campaign-icbl', 'StateResponded', '1997-09-17', { actor: 'usa', stance: 'sovereignty' }),
  line('campaign-icbl', 'StateResponded', '1999-01-01', { actor: 'usa', stance: 'pledges', norm: 'torture' }),
  line('campaign-icbl', 'CampaignAction', '1995-01-01', { actor: 'usa', kind: 'statement' }),
  line('appeals-amnesty-usa', 'CampaignAction', '1996-01-01', { actor: 'usa', kind: 'urgentAction' }),
  line('appeals-amnesty-usa', 'CampaignAction', '1997-01-01', { actor: 'usa', kind: 'urgentAction', norm: 'torture' }),
  line('appeals-amnesty-usa', 'CampaignAction', '2005-01-01', { actor: 'usa', kind: 'urgentAction' }),
]

const { ask } = theWorkspaceOf((opened) =>
  appendLines(
    opened,
    lines.map((text, index) => ({ where: `line ${index + 1}`, text })),
    { recordedBy: 'a test' },
  ),
)

const textOf = (name: string, answer: object): string => questionNamed(name).text(answer as never)

describe('declarations that nobody has classified', () => {
  it('are listed as that, whole, and are not called none', async () => {
    const answer = await ask<{ reservations: unknown[]; declarations: object[] }>('reservations', { treaty: 'cedaw' })
    expect(answer.reservations).toEqual([])
    expect(answer.declarations).toMatchObject([{ actor: 'are', kind: 'unclassified', text: long }])
    const text = textOf('reservations', answer)
    expect(text).toContain('declaration, not classified · 2004-10-06 (consent)')
    expect(text).toContain(long)
    expect(text).not.toMatch(/none recorded$/m)
  })
  it('of another state are not', async () =>
    expect(await ask('reservations', { treaty: 'cedaw', state: 'fra' })).toMatchObject({ declarations: [] }))
  it('before they can have been made are not', async () =>
    expect(await ask('reservations', { treaty: 'cedaw' }, { asOf: '2004-10-05' })).toMatchObject({ declarations: [] }))
  it('where there are none, none are recorded', async () =>
    expect(textOf('reservations', await ask('reservations', { treaty: 'cat' }))).toContain('none recorded'))
})

describe('what is cut ends in an ellipsis', () => {
  it.each([
    ['short', 5, 'short'],
    ['a little longer', 8, 'a littl…'],
    ['🙂🙂🙂', 2, '🙂…'],
  ])('%s to %i characters: %s', (text, most, cut) => expect(shortened(text, most)).toBe(cut))
  it('in lists', () => expect([firstFew(['a', 'b'], 2), firstFew(['a', 'b', 'c'], 2)]).toEqual(['a, b', 'a, b, …']))
  it('in the summary of an event', () =>
    expect(summaryOf({ type: 'DeclarationMade', data: { text: long } })).toMatch(/…$/))
})

describe('nothing under the treaties of a norm', () => {
  const of = (state: string, subject: string, asOf = '2000-12-31') =>
    ask<{ status: string; inWords: string | null; positions: { kind: string; says: string }[] }>(
      'status',
      { state, subject },
      { asOf },
    )
  it('is called so, with what the state says of the norm beside it', async () => {
    const usa = await of('usa', 'landmines')
    expect(usa).toMatchObject({ inWords: null, status: 'CONTESTING' })
    expect(usa.positions).toMatchObject([
      { kind: 'contesting', says: 'application: an exception for Korea' },
      { kind: 'responded', says: 'sovereignty' },
    ])
    const chn = await of('chn', 'landmines')
    expect(chn).toMatchObject({ status: 'NO_POSITION', inWords: 'no treaty act', positions: [] })
    expect(textOf('status', chn)).toContain('no treaty act (NO_POSITION)')
  })
  it('what is over another norm, or later, is not', async () => {
    expect((await of('usa', 'landmines', '1997-09-16')).positions).toEqual([])
    expect((await of('usa', 'torture')).positions).toMatchObject([{ kind: 'responded', says: 'pledges' }])
  })
  it('who has signed has done something', async () =>
    expect(await of('fra', 'landmines')).toMatchObject({ status: 'SIGNALLED', inWords: null }))
})

describe('pressure over a norm', () => {
  it('says how many actions carry no norm: not those of a campaign that has one, nor later ones', async () => {
    const answer = await ask<{ withoutNorm: number; terms: unknown[] }>(
      'pressure',
      { state: 'usa', norm: 'torture' },
      { asOf: '2000-01-01' },
    )
    expect([answer.withoutNorm, answer.terms.length]).toEqual([1, 1])
    expect(textOf('pressure', answer)).toContain('left out: 1 action on usa that carries no norm')
  })
  it('counts those within the day that is asked', async () =>
    expect(await ask('pressure', { state: 'usa', norm: 'torture' }, { asOf: '2006-01-01' })).toMatchObject({
      withoutNorm: 2,
    }))
  it('is unknown, and not 0, where no action is recorded', async () => {
    const of = (input: Readonly<Record<string, string>>) =>
      ask<{ value: number | null; reason: string | null }>('pressure', input, { asOf: '2000-01-01' })
    const none = await of({ state: 'fra', norm: 'torture' })
    expect(none).toMatchObject({ value: null, reason: 'no-action-known', terms: [] })
    expect(textOf('pressure', none)).toContain('unknown (no-action-known): no action on the state is recorded')
    expect(await of({ state: 'fra' })).toMatchObject({ value: null, reason: 'no-action-known' })
    expect(await of({ state: 'fra', norm: 'apartheid' })).toMatchObject({ value: null, reason: 'no-campaign-known' })
    expect(await of({ state: 'usa', norm: 'torture' })).toMatchObject({ reason: null, value: expect.any(Number) })
  })
  it('tells nothing apart where no norm is asked about', async () =>
    expect(ask('pressure', { state: 'usa', unattributed: 'true' })).rejects.toThrow('unattributed tells apart'))
  it('leaves none out where no norm is asked about', async () =>
    expect(textOf('pressure', await ask('pressure', { state: 'usa' }))).not.toContain('left out'))
})
