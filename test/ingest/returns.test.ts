import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { statusFile } from '../sources/mtdsg/status-file.ts'
import { append } from '../support/append.ts'
import { ask, freshWorkspaces, streamOf } from './a-workspace.ts'
import { bring, consentLegend, statusOf } from './files-of-a-day.ts'

const fresh = freshWorkspaces()

/** A participant's row and the notes below, in a file of an instrument. */
const fileOf = (number: readonly [string, string], row: readonly string[], notes: readonly string[] = []) => ({
  [`${number.join('-')}.en.xml`]: statusFile({
    number,
    title: number[0] === 'IV' ? 'Optional Protocol to the International Covenant' : 'Constitution of the Organization',
    legends: ['Signature', consentLegend],
    rows: [row],
    below:
      '<EndNotes>' +
      `${notes.map((text, index) => `<Note><index>${index + 1}</index><text>${text}</text></Note>`).join('')}` +
      '</EndNotes>',
  }),
})

const bothWays = [
  ['in order', (days: readonly string[]) => days],
  ['the later one first', (days: readonly string[]) => days.toReversed()],
] as const

const consentsOf = async (workspace: Workspace, stream: string) =>
  (await streamOf(workspace, stream))
    .filter(({ type, data }) => /^Treaty(?:Acceded|Ratified)$/.test(type) && data.actor !== undefined)
    .map(({ fact, occurred }) => [fact, occurred])
    .toSorted()

/*
 * Trinidad and Tobago and the Optional Protocol (MTDSG, chapter IV.5, note 1): acceded on 14 November 1980; denounced
 * on 26 May 1998 with effect from 26 August 1998; acceded again on that day, in force three months later (art. 9(2)). A
 * table has one row for it.
 */
describe('who left and came back, in two downloads', () => {
  const row = (written: string) => ['Trinidad and Tobago<superscript>1</superscript>', '', written]
  const note =
    'The Government of Trinidad and Tobago acceded to the Optional Protocol on 14 November 1980. ' +
    'On 26 May 1998, the Government of Trinidad and Tobago notified the Secretary-General of its decision to ' +
    'denounce the Optional Protocol with effect from 26 August 1998. On 26 August 1998, ' +
    'the Government of Trinidad and Tobago re-acceded to the Optional Protocol with a reservation.'
  const number = ['IV', '5'] as const
  const before = fileOf(number, row('14 Nov 1980 a'))

  it.each(bothWays)('consented twice where a note tells of it, loaded %s', async (_, order) => {
    const workspace = await fresh()
    const files: Record<string, typeof before> = {
      '1990-01-01': before,
      '1999-01-01': fileOf(number, row('26 Aug 1998 a'), [note]),
    }
    for (const day of order(Object.keys(files))) {
      const report = await bring(workspace, files[day] ?? before, day)
      expect(report.events.corrections).toBe(0)
    }
    expect(await consentsOf(workspace, 'treaty-iccpr-op1')).toEqual([
      ['consent/1', '1980-11-14'],
      ['consent/2', '1998-08-26'],
    ])
    const on = (day: string) => statusOf(workspace, 'tto', day, 'iccpr-op1')
    expect(await on('1998-05-25')).toBe('IN_FORCE')
    // The notes are read by rules, and count for nothing before somebody accepts them: that it had left by its return
    // is all that the row implies.
    expect(await on('1998-07-01')).toEqual(['IN_FORCE', 'EXITED'])
    expect(await on('1998-08-26')).toBe('CONSENTED')
    expect(
      await ask(workspace, 'status', { state: 'tto', subject: 'iccpr-op1' }, { asOf: '1999-01-01' }),
    ).toMatchObject({
      status: 'IN_FORCE',
      spell: 2,
    })
    // Both files again: nothing is new.
    for (const day of Object.keys(files))
      expect((await bring(workspace, files[day] ?? before, day)).events.appended).toBe(0)
  })

  it.each(bothWays)('consented twice where the log knows a withdrawal between the two, loaded %s', async (_, order) => {
    const workspace = await fresh()
    await append(workspace, {
      stream: 'treaty-iccpr-op1',
      type: 'TreatyWithdrawalNotified',
      occurred: '1998-05-26',
      sources: [{ citation: 'C.N.234.1998.TREATIES-4', kind: 'depositary' }],
      data: { actor: 'tto' },
    })
    const files: Record<string, typeof before> = {
      '1990-01-01': before,
      '1999-01-01': fileOf(number, row('26 Aug 1998 a')),
    }
    for (const day of order(Object.keys(files)))
      expect((await bring(workspace, files[day] ?? before, day)).events.corrections).toBe(0)
    expect((await consentsOf(workspace, 'treaty-iccpr-op1')).map(([, day]) => day)).toEqual([
      '1980-11-14',
      '1998-08-26',
    ])
    const on = (day: string) => statusOf(workspace, 'tto', day, 'iccpr-op1')
    expect(await on('1998-05-25')).toBe('IN_FORCE')
    expect(await on('1998-07-01')).toBe('EXIT_PENDING')
    expect(await on('1999-01-01')).toBe('IN_FORCE')
    for (const day of Object.keys(files))
      expect((await bring(workspace, files[day] ?? before, day)).events.appended).toBe(0)
  })

  it('consented once where nothing tells that it left: the later list corrects the day', async () => {
    const workspace = await fresh()
    await bring(workspace, before, '1990-01-01')
    const report = await bring(workspace, fileOf(number, row('15 Nov 1980 a')), '1999-01-01')
    expect(report.events.corrections).toBe(1)
  })

  it('consented once where the notice was taken back', async () => {
    const workspace = await fresh()
    const told = (type: string, occurred: string) => ({
      stream: 'treaty-iccpr-op1',
      type,
      occurred,
      sources: [{ citation: 'The depositary, for a test', kind: 'depositary' }],
      data: { actor: 'tto' },
    })
    await append(
      workspace,
      told('TreatyWithdrawalNotified', '1998-05-26'),
      told('TreatyWithdrawalRevoked', '1998-06-26'),
    )
    await bring(workspace, before, '1990-01-01')
    expect((await bring(workspace, fileOf(number, row('26 Aug 1998 a')), '1999-01-01')).events.corrections).toBe(1)
  })
})

/*
 * Australia and the Constitution of UNIDO (MTDSG, chapter X.9): ratified on 12 July 1982, denounced on 24 December
 * 1987; acceded on 1 January 1992, denounced again in 1996.
 */
describe('who left twice', () => {
  it.each(bothWays)('is in brackets in both lists, each for its own spell, loaded %s', async (_, order) => {
    const workspace = await fresh()
    const name = 'Australia<superscript>1</superscript>'
    const files: Record<string, ReturnType<typeof fileOf>> = {
      '1990-01-01': fileOf(['X', '9'], [name, '3 Mar 1980', '[12 Jul 1982 ]']),
      '2018-01-15': fileOf(
        ['X', '9'],
        [name, '3 Mar 1980', '[ 1 Jan 1992 a]'],
        [
          'On 24 December 1987, the Secretary-General received from the Government of Australia, ' +
            'an instrument of denunciation of the Constitution.',
        ],
      ),
    }
    for (const day of order(Object.keys(files))) await bring(workspace, files[day] ?? {}, day)
    expect(await consentsOf(workspace, 'treaty-untc-10-9')).toEqual([
      ['consent/1', '1982-07-12'],
      ['consent/2', '1992-01-01'],
    ])
    const on = (day: string) => statusOf(workspace, 'aus', day, 'X-9')
    // The files of this test do not say since when the Constitution is in force.
    expect(await on('1987-12-23')).toEqual(['CONSENTED', 'IN_FORCE'])
    expect(await on('1989-01-01')).toEqual(['CONSENTED', 'IN_FORCE', 'EXITED'])
    expect(await on('1990-01-01')).toBe('EXITED')
    expect(await on('1995-01-01')).toEqual(['CONSENTED', 'IN_FORCE', 'EXITED'])
    expect(await on('2018-01-15')).toBe('EXITED')
  })
})
