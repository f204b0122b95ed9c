import { describe, expect, it } from 'vitest'
import { proposeFacts } from '../../src/ingest/proposals/propose.ts'
import { freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'
import { append } from '../support/append.ts'
import { jamaica, trinidad, withdrawal } from './proposals.ts'

const fresh = freshWorkspaces()
const by = { recordedBy: 'a test' }
const typesIn = async (workspace: Awaited<ReturnType<typeof fresh>>) =>
  (await streamOf(workspace, 'proposal-iccpr-op1')).map(({ type }) => type)

describe('proposals', () => {
  it('come in as one commit, in a stream of their own, with sentence and rule', async () => {
    const workspace = await fresh()
    const report = await proposeFacts(
      workspace,
      [
        withdrawal('Jamaica', '1997-10-23', jamaica, { effective: '1998-01-23' }),
        withdrawal('Trinidad and Tobago', '2000-03-27', trinidad),
      ],
      by,
    )
    expect(report).toMatchObject({ read: 2, proposed: 2, known: 0, superseded: 0, refused: [] })
    const events = await streamOf(workspace, 'proposal-iccpr-op1')
    expect(new Set(events.map(({ commit }) => commit)).size).toBe(1)
    expect(events[0]).toMatchObject({
      type: 'FactProposed',
      data: {
        proposed: {
          stream: 'treaty-iccpr-op1',
          type: 'TreatyWithdrawalNotified',
          occurred: '1997-10-23',
          effective: '1998-01-23',
          fact: 'notice/1',
          data: { actor: 'jam' },
        },
        instrument: 'iccpr-op1',
        file: 'IV-5.en.xml',
        sentence: jamaica,
        rule: { name: 'withdrawal-notified', version: 1 },
      },
    })
    expect(await streamOf(workspace, 'treaty-iccpr-op1')).not.toContainEqual(
      expect.objectContaining({ type: 'TreatyWithdrawalNotified' }),
    )
  })
  it('are known the second time, whatever version of the rule reads the same', async () => {
    const workspace = await fresh()
    await proposeFacts(workspace, [withdrawal('jam', '1997-10-23', jamaica)], by)
    const before = await ordinalOf(workspace)
    for (const version of [1, 2])
      expect(await proposeFacts(workspace, [withdrawal('jam', '1997-10-23', jamaica, { version })], by)).toMatchObject({
        proposed: 0,
        known: 1,
        superseded: 0,
      })
    expect(await ordinalOf(workspace)).toBe(before)
  })
  it(
    'are superseded by a new version of the rule that reads another value, ' +
      'and proposed anew by one that reads the first again',
    async () => {
      const workspace = await fresh()
      await proposeFacts(workspace, [withdrawal('jam', '1997-10-24', jamaica)], by)
      const second = await proposeFacts(workspace, [withdrawal('jam', '1997-10-23', jamaica, { version: 2 })], by)
      expect(second).toMatchObject({ proposed: 1, superseded: 1 })
      expect(await proposeFacts(workspace, [withdrawal('jam', '1997-10-24', jamaica)], by)).toMatchObject({
        proposed: 0,
        outdated: 1,
      })
      const third = await proposeFacts(workspace, [withdrawal('jam', '1997-10-24', jamaica, { version: 3 })], by)
      expect(third).toMatchObject({ proposed: 1, superseded: 1 })
      expect(await typesIn(workspace)).toEqual([
        'FactProposed',
        'FactProposed',
        'ProposalSuperseded',
        'FactProposed',
        'ProposalSuperseded',
      ])
    },
  )
  it('are superseded where a new version finds nothing any more in an instrument that it has read whole', async () => {
    const workspace = await fresh()
    await proposeFacts(workspace, [withdrawal('jam', '1997-10-23', jamaica)], by)
    const rule = { name: 'withdrawal-notified', version: 2 }
    const readings = [{ rule, instrument: 'iccpr-op1' }]
    expect(await proposeFacts(workspace, [], { ...by, readings })).toMatchObject({ superseded: 1 })
    expect(await proposeFacts(workspace, [], { ...by, readings })).toMatchObject({ superseded: 0 })
  })
  it('that could not be accepted are refused and reported, and the others go in', async () => {
    const workspace = await fresh()
    const report = await proposeFacts(
      workspace,
      [withdrawal('Jamaika the Lost', '1997-10-23', jamaica), withdrawal('tto', '2000-03-27', trinidad)],
      by,
    )
    expect(report).toMatchObject({ read: 2, proposed: 1 })
    expect(report.refused).toEqual([
      {
        where: 'IV-5.en.xml, note on Jamaika the Lost',
        code: 'unknown-actor',
        message: expect.stringContaining('Jamaika the Lost'),
      },
    ])
  })
  it('cannot be appended as lines', async () => {
    const workspace = await fresh()
    await expect(
      append(workspace, {
        stream: 'proposal-cat',
        type: 'ProposalRejected',
        sources: [{ citation: 'nobody', kind: 'press' }],
        data: { proposal: '00000000-0000-4000-8000-000000000001', because: 'no' },
      }),
    ).rejects.toMatchObject({ code: 'bad-event' })
  })
  it('are only reported in a dry run', async () => {
    const workspace = await fresh()
    const before = await ordinalOf(workspace)
    const dry = { ...by, dryRun: true }
    expect(await proposeFacts(workspace, [withdrawal('jam', '1997-10-23', jamaica)], dry)).toMatchObject({
      proposed: 1,
      dryRun: true,
    })
    expect(await ordinalOf(workspace)).toBe(before)
  })
})
