import { describe, expect, it } from 'vitest'
import { acceptProposals } from '../../src/ingest/proposals/accept.ts'
import { proposeFacts } from '../../src/ingest/proposals/propose.ts'
import { rejectProposals } from '../../src/ingest/proposals/reject.ts'
import { retractEvent } from '../../src/ingest/append/correct.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { ask, freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'
import { append } from '../support/append.ts'
import { depositary, jamaica, trinidad, withdrawal } from './proposals.ts'

const fresh = freshWorkspaces()
const anna = { recordedBy: 'anna' }
const stream = 'treaty-iccpr-op1'

/**
 * Jamaica consented on 3 October 1975 and denounced on 23 October 1997, effective 23 January 1998 (chapter IV-5 of the
 * depositary).
 */
const consent = {
  stream,
  type: 'TreatyAcceded',
  occurred: '1975-10-03',
  fact: 'consent/1',
  sources: [depositary],
  data: { actor: 'jam' },
}
const notice = {
  stream,
  type: 'TreatyWithdrawalNotified',
  occurred: '1997-10-23',
  fact: 'notice/1',
  sources: [{ citation: 'A list of denunciations', kind: 'scholarly' }],
  data: { actor: 'jam' },
}

const proposed = async (workspace: Workspace, ...list: Parameters<typeof proposeFacts>[1][number][]) =>
  (await proposeFacts(workspace, list, { recordedBy: 'a nightly job' })).ids
const accept = (workspace: Workspace, ids: readonly string[], because?: string) =>
  acceptProposals(workspace, { ids }, { ...anna, because })
const statusOf = async (workspace: Workspace, asKnownAt?: string) =>
  (
    await ask(
      workspace,
      'status',
      { state: 'jam', subject: 'iccpr-op1' },
      { asOf: '2001-01-01', ...(asKnownAt !== undefined && { asKnownAt }) },
    )
  )['status']
const rowsOf = async (workspace: Workspace, input: Readonly<Record<string, string>> = {}) =>
  (await ask(workspace, 'proposals', { state: 'all', ...input }))['items'] as readonly Readonly<
    Record<string, unknown>
  >[]
const ours = withdrawal('jam', '1997-10-23', jamaica)

describe('a proposal', () => {
  it('changes no answer but that of its queue', async () => {
    const workspace = await fresh()
    await append(workspace, consent)
    const answers = async () => {
      const found = new Map<string, unknown>()
      for (const [name, input] of [
        ['status', { state: 'jam', subject: 'iccpr-op1' }],
        ['timeline', { state: 'jam' }],
        ['treaty', { treaty: 'iccpr-op1' }],
        ['exits', {}],
        ['anomalies', {}],
        ['conflicts', {}],
        ['entry-into-force', {}],
        ['sources', {}],
        ['names', {}],
      ] as const) {
        const { ordinal: _, ...answer } = await ask(workspace, name, input)
        found.set(name, answer)
      }
      return found
    }
    const before = await answers()
    const [, id = ''] = await proposed(workspace, ours, withdrawal('tto', '2000-03-27', trinidad))
    await rejectProposals(workspace, [id], { ...anna, because: 'a trial' })
    expect(await answers()).toEqual(before)
    await expect(ask(workspace, 'exits', { sources: 'review' })).rejects.toMatchObject({ code: 'unknown-source' })
  })
  it('is accepted once, whoever else accepts it at the same time', async () => {
    const workspace = await fresh()
    const [id = ''] = await proposed(workspace, ours)
    const by = ['anna', 'ben', 'clara'].map((recordedBy) => acceptProposals(workspace, { ids: [id] }, { recordedBy }))
    await Promise.all(by)
    const told = (await streamOf(workspace, stream)).filter(({ type }) => type === 'TreatyWithdrawalNotified')
    const decided = (await streamOf(workspace, 'proposal-iccpr-op1')).filter(({ type }) => type === 'ProposalAccepted')
    expect([told.length, decided.length]).toEqual([1, 1])
  })
  it('counts for nothing until it is accepted, then does: it cites file, sentence, rule and reviewer', async () => {
    const workspace = await fresh()
    await append(workspace, consent)
    const [id = ''] = await proposed(workspace, ours)
    const before = await statusOf(workspace)
    expect(before).not.toBe('EXITED')
    const { recordedAt } = await workspace.log.head()
    const report = await accept(workspace, [id], 'the note is plain')
    expect(report).toMatchObject({ accepted: [{ proposal: id, stream, isNew: true }], known: [] })
    expect(await statusOf(workspace)).toBe('EXITED')
    expect(await statusOf(workspace, recordedAt)).toBe(before)
    const events = await streamOf(workspace, stream)
    const event = events.at(-1)
    expect(event).toMatchObject({
      id: report.accepted[0]?.event,
      type: 'TreatyWithdrawalNotified',
      occurred: '1997-10-23',
      fact: 'notice/1',
      recordedBy: 'anna',
      note: 'Proposed by rule withdrawal-notified, version 1; accepted by anna: the note is plain.',
      sources: [
        {
          citation: depositary.citation,
          kind: 'depositary',
          series: 'review',
          locator: `IV-5.en.xml, note on jam: “${jamaica}”`,
        },
      ],
    })
    const decision = (await streamOf(workspace, 'proposal-iccpr-op1')).at(-1)
    expect(decision).toMatchObject({ type: 'ProposalAccepted', recordedBy: 'anna', commit: event?.commit })
    expect(await rowsOf(workspace)).toMatchObject([
      { id, state: 'accepted', event: event?.id, decision: { by: 'anna', because: 'the note is plain' } },
    ])
  })
  it('that is accepted again says so, and appends nothing', async () => {
    const workspace = await fresh()
    const [id = ''] = await proposed(workspace, ours)
    const { accepted } = await accept(workspace, [id, id.toUpperCase()])
    const before = await ordinalOf(workspace)
    expect(await accept(workspace, [id])).toMatchObject({
      accepted: [],
      known: [{ proposal: id, event: accepted[0]?.event }],
    })
    expect(await ordinalOf(workspace)).toBe(before)
    expect(await proposeFacts(workspace, [ours], anna)).toMatchObject({ known: 1, proposed: 0 })
  })
  it('is shown as retracted once its event is, and may be accepted again', async () => {
    const workspace = await fresh()
    const [id = ''] = await proposed(workspace, ours)
    const first = (await accept(workspace, [id])).accepted[0]?.event ?? ''
    await retractEvent(
      workspace,
      { target: first, reason: 'another Jamaica', source: 'A. Scholar', sourceKind: 'scholarly' },
      { ...anna, dryRun: false },
    )
    expect(await rowsOf(workspace)).toMatchObject([{ id, state: 'retracted', event: first }])
    expect(await rowsOf(workspace, { state: 'pending' })).toEqual([])
    const second = (await accept(workspace, [id])).accepted[0]
    expect(second).toMatchObject({ isNew: true })
    expect(second?.event).not.toBe(first)
    expect(await rowsOf(workspace)).toMatchObject([{ id, state: 'accepted', event: second?.event }])
  })
  it('of an act that another source tells corroborates it: one act, two citations', async () => {
    const workspace = await fresh()
    await append(workspace, consent, notice)
    const [id = ''] = await proposed(workspace, ours)
    expect(await rowsOf(workspace)).toMatchObject([
      { beside: 'same', log: [{ occurred: '1997-10-23', citations: ['A list of denunciations'] }] },
    ])
    await accept(workspace, [id])
    const exits = (await ask(workspace, 'exits', { subject: 'iccpr-op1' }))['rows'] as readonly {
      decidedBy: readonly string[]
      actor: string
    }[]
    expect(exits.filter(({ actor }) => actor === 'jam')).toMatchObject([
      { notice: '1997-10-23', decidedBy: expect.toSatisfy((ids: readonly string[]) => ids.length >= 2) as unknown },
    ])
    expect(await rowsOf(workspace)).toMatchObject([{ state: 'accepted', beside: 'same' }])
  })
  it('is told beside what the log says otherwise, or not at all', async () => {
    const workspace = await fresh()
    await append(workspace, { ...notice, occurred: '1997-10-24' })
    await proposed(workspace, ours, withdrawal('tto', '2000-03-27', trinidad))
    expect((await rowsOf(workspace)).map(({ actor, beside }) => [actor, beside])).toEqual([
      ['jam', 'differs'],
      ['tto', 'new'],
    ])
    expect(await rowsOf(workspace, { beside: 'new', treaty: 'ICCPR-OP1' })).toMatchObject([{ actor: 'tto' }])
    expect(await rowsOf(workspace, { rule: 'another-rule' })).toEqual([])
  })
  it('that adds a day of effect differs from what states none', async () => {
    const workspace = await fresh()
    await append(workspace, notice)
    await proposed(workspace, withdrawal('jam', '1997-10-23', jamaica, { effective: '1998-01-23' }))
    expect(await rowsOf(workspace)).toMatchObject([{ beside: 'differs', log: [{ effective: null }] }])
  })
  it('that is rejected stays so, with the reason, until somebody accepts it all the same', async () => {
    const workspace = await fresh()
    const [id = ''] = await proposed(workspace, ours)
    const because = 'the note speaks of another protocol'
    expect(await rejectProposals(workspace, [id], { ...anna, because })).toMatchObject({ rejected: [id], known: [] })
    expect(await rejectProposals(workspace, [id], { ...anna, because })).toMatchObject({ rejected: [], known: [id] })
    expect(await rowsOf(workspace)).toMatchObject([{ state: 'rejected', decision: { by: 'anna', because } }])
    await accept(workspace, [id])
    await expect(rejectProposals(workspace, [id], { ...anna, because })).rejects.toMatchObject({
      code: 'already-accepted',
    })
    expect(await rowsOf(workspace)).toMatchObject([{ state: 'accepted' }])
  })
  it('that says otherwise than one that was accepted is refused: one fact has one value', async () => {
    const workspace = await fresh()
    const other = withdrawal('jam', '1997-10-24', `${jamaica} (another note)`)
    const [first = '', second = ''] = await proposed(workspace, ours, other)
    await expect(accept(workspace, [first, second])).rejects.toMatchObject({ code: 'accepted-otherwise' })
    await accept(workspace, [first])
    await expect(accept(workspace, [second])).rejects.toMatchObject({ code: 'accepted-otherwise' })
  })
  it('that says the same as one that was accepted shares its event', async () => {
    const workspace = await fresh()
    const [first = '', second = ''] = await proposed(workspace, ours, withdrawal('jam', '1997-10-23', 'Another note.'))
    const event = (await accept(workspace, [first])).accepted[0]?.event
    expect(await accept(workspace, [second])).toMatchObject({ accepted: [{ event, isNew: false }] })
    const count = (await streamOf(workspace, stream)).filter(({ type }) => type === 'TreatyWithdrawalNotified').length
    expect(count).toBe(1)
  })
  it('that nobody made cannot be decided', async () => {
    const workspace = await fresh()
    await expect(accept(workspace, ['00000000-0000-4000-8000-000000000001'])).rejects.toMatchObject({
      code: 'unknown-proposal',
      class: 'not-found',
    })
  })
})

describe('all of a rule that say the same', () => {
  it('are accepted at once; what is new or differs waits', async () => {
    const workspace = await fresh()
    await append(workspace, notice)
    await proposed(workspace, ours, withdrawal('tto', '2000-03-27', trinidad))
    const rule = 'withdrawal-notified'
    expect(await acceptProposals(workspace, { rule, instrument: 'cat' }, anna)).toMatchObject({ accepted: [] })
    expect(
      await acceptProposals(workspace, { rule, instrument: 'no such treaty' }, anna).catch(({ code }) => code),
    ).toBe('unknown-treaty')
    expect((await acceptProposals(workspace, { rule }, { ...anna, dryRun: true })).accepted).toHaveLength(1)
    expect((await acceptProposals(workspace, { rule }, anna)).accepted).toHaveLength(1)
    expect(await rowsOf(workspace)).toMatchObject([
      { actor: 'jam', state: 'accepted' },
      { actor: 'tto', state: 'pending' },
    ])
  })
})
