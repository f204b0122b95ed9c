import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadOrganisationExits } from '../../src/queries/memberships/organisation-exits.ts'
import { loadAllMemberships, loadMembersOf, loadMembershipsOf } from '../../src/queries/memberships/load-memberships.ts'
import { standingOn } from '../../projections/compose/membership/membership.ts'
import { formatDay, parseDay } from '../../src/time/day.ts'
import { append } from '../support/append.ts'
import { asker, questionNamed } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'
import { tableOf } from '../../src/queries/question/question.ts'

/**
 * Memberships as the record has them: the lists of the organisations, and the acts that each line of the case cites.
 */
interface Answer {
  memberships: {
    igo: string
    name: string
    kind: string
    since: string
    certainty: string
    suspended: { scope: string; since: string } | null
    cooperationCeased: { since: string } | null
    exitPending: { notified: string; effect: string | null; basis: string } | null
    representedBy: { government: string }[]
    conditions: { condition: string }[]
    anomalies: { code: string }[]
  }[]
  notMember: {
    igo: string
    standing: string
    ended: string | null
    begins: string | null
    applied: { since: string } | null
    decidedBy: string[]
    anomalies: { code: string }[]
  } | null
}

let bundled: BundledCase
beforeAll(async () => {
  bundled = await loadBundledCase()
})
afterAll(() => bundled.remove())
const question = asker(() => bundled.workspace)
const asked = (state: string, igo: string, asOf: string) => question<Answer>('memberships', { state, igo }, { asOf })

describe('is in, or is out: the day before and the day', () => {
  it.each([
    ['rus', 'coe', '1996-02-28', 'in'],
    ['rus', 'coe', '2022-03-16', 'out'],
    ['zaf', 'commonwealth', '1961-05-31', 'out'],
    ['zaf', 'commonwealth', '1994-06-01', 'in'],
    ['gbr', 'eec', '1973-01-01', 'in'],
    ['gbr', 'eu', '2020-02-01', 'out'],
    ['usa', 'unesco', '1984-12-31', 'out'],
    ['usa', 'unesco', '2003-10-01', 'in'],
    ['usa', 'unesco', '2018-12-31', 'out'],
    ['gbr', 'unesco', '1985-12-31', 'out'],
    ['gbr', 'unesco', '1997-07-01', 'in'],
    ['jpn', 'iwc', '2019-06-30', 'out'],
    ['che', 'un', '2002-09-10', 'in'],
    ['deu', 'un', '1973-09-18', 'in'],
    ['ddr', 'un', '1973-09-18', 'in'],
    ['ddr', 'un', '1990-10-03', 'out'],
    ['grc', 'coe', '1970-12-31', 'out'],
    ['grc', 'coe', '1974-11-28', 'in'],
    ['syr', 'un', '1961-10-13', 'in'],
  ])('%s and %s, %s: %s', async (state, igo, day, expected) => {
    const before = formatDay((parseDay(day) - 1) as ReturnType<typeof parseDay>)
    const stands = async (asOf: string) => ((await asked(state, igo, asOf)).memberships.length === 1 ? 'in' : 'out')
    expect([await stands(before), await stands(day)]).toEqual(expected === 'in' ? ['out', 'in'] : ['in', 'out'])
  })

  it('the panels and the lists of members say the same as the question', async () => {
    const world = await bundled.workspace.world({ asOf: '2026-12-31' })
    const usaIn = (spans: Awaited<ReturnType<typeof loadAllMemberships>>) =>
      standingOn(
        spans.filter((span) => span.actor === 'usa' && span.igo === 'unesco'),
        world.asOf,
      )?.kind
    expect([
      usaIn(await loadAllMemberships(world)),
      usaIn(await loadMembersOf(world, 'unesco')),
      usaIn(await loadMembershipsOf(world, 'usa')),
    ]).toEqual(['none', 'none', 'none'])
  })

  it('every member is one by its own account, and every organisation of a state lists it', async () => {
    type Line = { igo: string; state: string; kind: string; since: string; certainty: string }
    for (const asOf of ['1965-06-01', '1990-10-03', '2022-03-16']) {
      const { states, organisations } = await question<Record<'states' | 'organisations', { id: string }[]>>(
        'names',
        {},
        { asOf },
      )
      const lineOf = ({ igo, state, kind, since, certainty }: Line) => [igo, state, kind, since, certainty].join(' ')
      const [byState, byIgo]: [string[], string[]] = [[], []]
      for (const { id: state } of states)
        for (const one of (
          await question<{ memberships: Line[] }>('memberships', { state, formality: 'all' }, { asOf })
        ).memberships)
          byState.push(lineOf({ ...one, state }))
      for (const { id: igo } of organisations)
        for (const one of (await question<{ members: Line[] }>('members', { igo }, { asOf })).members)
          byIgo.push(lineOf({ ...one, igo }))
      expect(byIgo.toSorted()).toEqual(byState.toSorted())
      expect(byIgo.length).toBeGreaterThan(20)
    }
  })
})

describe('is a member all the same', () => {
  it('Russia in the Council of Europe, its rights of representation suspended from 2022-02-25 on', async () => {
    expect((await asked('rus', 'coe', '2022-02-24')).memberships).toMatchObject([{ kind: 'full', suspended: null }])
    expect((await asked('rus', 'coe', '2022-03-01')).memberships).toMatchObject([
      {
        kind: 'full',
        since: '1996-02-28',
        certainty: 'certain',
        suspended: { scope: 'representation', since: '2022-02-25' },
      },
    ])
  })
  it('Honduras in the OAS, suspended from 2009-07-04 to 2011-06-01', async () => {
    expect((await asked('hnd', 'oas', '2010-12-31')).memberships).toMatchObject([
      { kind: 'full', suspended: { scope: 'all', since: '2009-07-04' } },
    ])
    expect((await asked('hnd', 'oas', '2011-06-01')).memberships).toMatchObject([{ kind: 'full', suspended: null }])
  })
  it('Cuba in the OAS, suspended until 2009-06-03 and not taking part after', async () => {
    expect((await asked('cub', 'oas', '2009-06-02')).memberships).toMatchObject([
      { kind: 'full', suspended: { since: '1962-01-31' }, cooperationCeased: null },
    ])
    expect((await asked('cub', 'oas', '2009-06-03')).memberships).toMatchObject([
      { kind: 'full', suspended: null, cooperationCeased: { since: '2009-06-03' } },
    ])
  })
  it(
    'Indonesia in the United Nations, without cooperation in 1965 and until 1966-09-28; ' +
      'that it called it a withdrawal is kept',
    async () => {
      expect((await asked('idn', 'un', '1965-06-01')).memberships).toMatchObject([
        {
          kind: 'full',
          since: '1950-09-28',
          cooperationCeased: {},
          exitPending: null,
          anomalies: [{ code: 'contested-exit' }],
        },
      ])
      expect((await asked('idn', 'un', '1966-09-28')).memberships).toMatchObject([
        { kind: 'full', since: '1950-09-28', cooperationCeased: null },
      ])
    },
  )
  it('China in the United Nations since 1945-10-24, whoever speaks for it', async () => {
    for (const [day, government] of [
      ['1971-10-24', 'the Government of the Republic of China'],
      ['1971-10-25', "the Government of the People's Republic of China"],
    ] as const)
      expect((await asked('chn', 'un', day)).memberships).toMatchObject([
        { kind: 'full', since: '1945-10-24', representedBy: [{ government }] },
      ])
  })
  it('the United Kingdom in the European Union after its notice', async () => {
    expect((await asked('gbr', 'eu', '2020-01-30')).memberships).toMatchObject([
      { kind: 'full', exitPending: { notified: '2017-03-29', effect: '2020-02-01', basis: 'stated' }, anomalies: [] },
    ])
  })
  it('Venezuela in the OAS, which did not take its notice to be effective: disputed', async () => {
    expect((await asked('ven', 'oas', '2018-06-01')).memberships).toMatchObject([
      { kind: 'full', exitPending: { notified: '2017-04-28', effect: '2019-04-28', basis: 'derived' } },
    ])
    expect((await asked('ven', 'oas', '2020-01-01')).memberships).toMatchObject([
      { kind: 'full', exitPending: null, anomalies: [{ code: 'disputed' }] },
    ])
  })
})

describe('asked about one organisation, the question says why a state is no member of it', () => {
  it('it left: since when, and by which events', async () => {
    const { memberships: found, notMember } = await asked('Russia', 'Council of Europe', '2022-03-16')
    expect([found, notMember]).toMatchObject([
      [],
      { igo: 'coe', standing: 'ceased', ended: '2022-03-16', begins: null },
    ])
    const { items: events } = await question<{ items: { type: string; occurred: string }[] }>('events', {
      id: notMember?.decidedBy.at(0),
    })
    expect(events).toMatchObject([{ type: 'MembershipEnded', occurred: '2022-03-16' }])
  })
  it('it had not come yet, and had asked to', async () =>
    expect((await asked('rus', 'coe', '1995-01-01')).notMember).toMatchObject({
      standing: 'not-yet',
      begins: '1996-02-28',
      applied: { since: '1992-05-07' },
    }))
  it('nothing tells of it', async () =>
    expect((await asked('che', 'oas', '2000-01-01')).notMember).toMatchObject({
      standing: 'not-recorded',
      ended: null,
    }))
  it('it may just have come back', async () =>
    expect((await asked('usa', 'unesco', '2023-07-15')).memberships).toMatchObject([
      { kind: 'full', certainty: 'possible' },
    ]))
  it('in words, and as a row', async () => {
    const memberships = questionNamed('memberships')
    const answer = await asked('rus', 'coe', '2022-03-16')
    expect(memberships.text(answer)).toContain('rus is not a member of coe: it ceased to be one on 2022-03-16')
    expect(memberships.text(await asked('rus', 'coe', '2022-03-01'))).toContain(
      'suspended (representation) since 2022-02-25',
    )
    const table = tableOf(memberships, answer)
    const [row] = [...table.rows]
    expect(Object.fromEntries(table.columns.map(({ name }, index) => [name, row?.[index]]))).toMatchObject({
      state: 'rus',
      igo: 'coe',
      kind: 'ceased',
      ended: '2022-03-16',
    })
  })
})

describe('the organisations themselves', () => {
  it.each(['un', 'unesco', 'coe', 'commonwealth', 'iwc', 'eu', 'oas'])('%s is known by that id', (igo) =>
    expect(bundled.names.subject('igo', igo)?.id).toBe(igo),
  )
  it('are called by the name that they had (the CSCE took the name of OSCE on 1 January 1995)', async () => {
    const { name } = (
      await question<{ notMember: { name: string } }>(
        'memberships',
        { state: 'usa', igo: 'osce' },
        { asOf: '1990-11-21' },
      )
    ).notMember
    expect(name).toBe('Conference on Security and Co-operation in Europe')
    expect(bundled.names.nameOf('igo', 'osce')).toBe('OSCE')
  })
})

describe('the ledger of exits from organisations', () => {
  it('holds notice, effect and revocation, and on what the day rests', async () => {
    const text = (day: Parameters<typeof formatDay>[0] | null) => (day === null ? null : formatDay(day))
    const rows = (await loadOrganisationExits(await bundled.workspace.world({}))).map(
      ({ actor, subject, notice, effect, revoked, ineffective, basis }) =>
        [actor, subject, text(notice), text(effect), text(revoked), ineffective, basis].join(' '),
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        'zaf commonwealth  1961-05-31  false stated',
        'idn un 1965-01-20   true none',
        'grc coe 1969-12-12 1970-12-31  false stated',
        'usa unesco 1983-12-28 1984-12-31  false stated',
        'gbr unesco 1984-12-05 1985-12-31  false stated',
        'gbr eu 2017-03-29 2020-02-01  false stated',
        'ven oas 2017-04-28 2019-04-28 2019-01-23 false derived',
        'usa unesco 2017-10-12 2018-12-31  false stated',
        'jpn iwc 2018-12-26 2019-06-30  false stated',
        'rus coe 2022-03-15 2022-03-16  false stated',
        'usa unesco 2025-07-22 2026-12-31  false derived',
      ]),
    )
    expect(rows.filter((row) => /^(ddr|csk|syr|egy)/.test(row))).toEqual([])
  })
  it('every recorded end of a notice is the day that the clause gives: no anomaly but what is disputed', async () => {
    for (const [state, igo, asOf] of [
      ['grc', 'coe', '1970-06-01'],
      ['usa', 'unesco', '2000-01-01'],
      ['gbr', 'unesco', '1990-01-01'],
      ['jpn', 'iwc', '2020-01-01'],
    ] as const) {
      const { memberships: found, notMember } = await asked(state, igo, asOf)
      expect([...found.flatMap(({ anomalies }) => anomalies), ...(notMember?.anomalies ?? [])]).toEqual([])
    }
  })
})

describe('a notice that is recorded and taken back', () => {
  const notice = (type: string, occurred: string) => ({
    stream: 'igo-coe',
    type,
    occurred,
    sources: [{ citation: 'A notice for a test', kind: 'organisation' }],
    data: { actor: 'Finland' },
  })
  it('is pending, then never was, and before it was known there was none', async () => {
    const { recordedAt } = await bundled.workspace.log.head()
    await append(bundled.workspace, notice('MembershipWithdrawalNotified', '2010-05-01'))
    expect((await asked('fin', 'coe', '2010-12-30')).memberships).toMatchObject([
      { exitPending: { effect: '2010-12-31', basis: 'derived' } },
    ])
    expect((await asked('fin', 'coe', '2010-12-31')).notMember).toMatchObject({
      standing: 'ceased',
      ended: '2010-12-31',
    })
    await append(bundled.workspace, notice('MembershipWithdrawalRevoked', '2010-12-30'))
    expect((await asked('fin', 'coe', '2010-12-31')).memberships).toMatchObject([
      { since: '1989-05-05', exitPending: null },
    ])
    expect(
      (
        await question<Answer>(
          'memberships',
          { state: 'fin', igo: 'coe' },
          { asOf: '2010-12-31', asKnownAt: String(recordedAt) },
        )
      ).memberships,
    ).toMatchObject([{ exitPending: null }])
  })
})
