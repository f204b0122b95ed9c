import { describe, expect, it } from 'vitest'
import { written } from '../../src/exports/write-answer.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { ask, freshWorkspaces } from './a-workspace.ts'
import { bring, statusOf, torture } from './files-of-a-day.ts'
import { import2015, import2026 } from './treaty-tables.ts'

const fresh = freshWorkspaces()

describe('the tables of 2015 and 2026, and status files between them', () => {
  const of2015 = (workspace: Workspace) =>
    import2015(workspace, [
      { participant: 'Japan', date: '1999-06-29', suffix: 'a' },
      { participant: 'Peru', date: '1988-07-07' },
      { participant: 'Togo', date: '1987-11-18' },
    ])
  const of2018 = (workspace: Workspace) =>
    bring(
      workspace,
      {
        'IV-9.en.xml': torture([
          ['Japan', '', '29 Jun 1999 a'],
          ['Peru', '', '8 Jul 1988'],
          ['Togo', '', '[18 Nov 1987 ]'],
          ['Fiji', '', '14 Mar 2016'],
        ]),
      },
      '2018-01-15',
    )
  const of2026 = (workspace: Workspace) =>
    import2026(workspace, [
      { participant: 'Japan', date: '1999-06-29', word: 'Accession' },
      { participant: 'Peru', date: '1988-07-07' },
      { participant: 'Fiji', date: '2016-03-14' },
    ])
  const orders = [
    [of2015, of2018, of2026],
    [of2026, of2018, of2015],
    [of2018, of2026, of2015],
    [of2018, of2015, of2026],
    [of2015, of2026, of2018],
    [of2026, of2015, of2018],
  ]
  it('the same statuses come of them in any order; their conflict is listed, nothing that stood unmade', async () => {
    const found: unknown[] = []
    for (const order of orders) {
      const workspace = await fresh()
      for (const load of order) await load(workspace)
      await workspace.catchUp()
      const statuses: unknown[] = []
      for (const state of ['jpn', 'per', 'tgo', 'fji'])
        for (const day of ['1988-08-07', '2000-01-01', '2018-01-15', '2026-02-03'])
          statuses.push([state, day, await statusOf(workspace, state, day)])
      const { rows } = await ask(workspace, 'conflicts', { subject: 'cat' })
      found.push({ statuses, conflicts: (rows as readonly { actor: string }[]).map(({ actor }) => actor) })
    }
    expect(found[0]).toMatchObject({ conflicts: ['per'] })
    for (const one of found) expect(one).toEqual(found[0])
    expect((found[0] as { statuses: unknown[] }).statuses).toEqual(
      expect.arrayContaining([
        ['jpn', '2000-01-01', 'IN_FORCE'],
        // Two tables say the seventh of July, one the eighth: in force on the thirtieth day after (art 27(2)).
        ['per', '1988-08-07', 'IN_FORCE'],
        ['tgo', '2000-01-01', ['IN_FORCE', 'EXITED']],
        ['tgo', '2018-01-15', 'EXITED'],
        ['fji', '2018-01-15', 'IN_FORCE'],
      ]),
    )
  })

  it('each leaves the panels as they were known after those before it, byte for byte, in any order', async () => {
    for (const order of orders) {
      const workspace = await fresh()
      await append(workspace, ...members)
      const known: { readonly at: string; readonly panel: string }[] = []
      for (const load of order) {
        await load(workspace)
        const { recordedAt: at } = await workspace.log.head()
        if (at === undefined) throw new Error('nothing was recorded')
        known.push({ at, panel: await panelKnownAt(workspace, at) })
        // A later list changes something, or this would hold of tables that say nothing.
        expect(new Set(known.map(({ panel }) => panel)).size).toBe(known.length)
        for (const before of known) expect(await panelKnownAt(workspace, before.at)).toBe(before.panel)
      }
    }
  })
})

// Members of the United Nations: Togo 20 September 1960, Japan 18 December 1956, Peru 31 October 1945, Fiji 13 October
// 1970.
const admitted = { tgo: '1960-09-20', jpn: '1956-12-18', per: '1945-10-31', fji: '1970-10-13' }
const members = Object.entries(admitted).map(([actor, occurred]) => ({
  stream: 'igo-un',
  type: 'MembershipStarted',
  occurred,
  sources: [{ citation: 'Member States of the United Nations', kind: 'organisation' }],
  data: { actor, kind: 'full' },
}))

/** A panel of status as it is written into a file, with all that the answer says of itself. */
const panelKnownAt = async (workspace: Workspace, asKnownAt: string): Promise<string> => {
  const question = questionNamed('panel status')
  const input = question.input.parse({ subject: 'cat', from: '1985', to: '2026', system: 'un' })
  const world = await workspace.world({ asOf: '2026-11-26', asKnownAt })
  const parts: Uint8Array[] = []
  for (const format of ['csv', 'json'] as const) {
    const { chunks } = await written(question, world, input, format)
    for await (const chunk of chunks) parts.push(Buffer.from(chunk))
  }
  return Buffer.concat(parts).toString('utf8')
}
