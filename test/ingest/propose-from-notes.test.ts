import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { proposeFromNotes } from '../../src/ingest/proposals/read-notes.ts'
import { readNotesText } from '../../src/ingest/proposals/read-notes-text.ts'
import { statusFile } from '../sources/mtdsg/status-file.ts'
import { freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()
const folder = mkdtempSync(join(tmpdir(), 'normtrail-notes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const note = (index: number, text: string): string => `<Note><index>${index}</index><text>${text}</text></Note>`

/** A file of the first Optional Protocol, with notes in the manner of the depositary. */
const file = (name: string, number: string, notes: readonly string[]): string => {
  const path = join(folder, name)
  const bytes = statusFile({
    number: ['IV', number],
    title: 'Optional Protocol to the Covenant',
    legends: ['Accession(a)'],
    rows: [['Jamaica<superscript>1</superscript>', '[3 Oct 1975 a]']],
    below: `<EndNotes>${notes.map((text, index) => note(index + 1, text)).join('')}</EndNotes>`,
  })
  writeFileSync(path, bytes)
  return path
}

const by = { recordedBy: 'a test' }
const jamaica =
  'On 23 October 1997, the Government of Jamaica notified the Secretary-General of its denunciation of the Protocol.'
const csk = 'Czechoslovakia acceded to the Optional Protocol on 12 March 1991.'
const left = 'A signature was affixed on behalf of Jamaica on 2 November 1982 and was cancelled.'

describe('notes of the depositary', () => {
  it('are proposed under the treaty of their file, with note, sentence and rule, and assert nothing', async () => {
    const workspace = await fresh()
    const report = await proposeFromNotes(workspace, [file('IV-5.en.xml', '5', [jamaica, csk, left])], {
      ...by,
      retrieved: '2018-01-15',
    })
    expect(report).toMatchObject({ files: 1, notes: 3, read: 2, proposed: 2, refused: [] })
    expect(report.unread).toEqual([{ where: 'IV-5.en.xml, note 3', sentence: left }])
    const events = await streamOf(workspace, 'proposal-iccpr-op1')
    expect(events.map(({ data }) => data)).toMatchObject([
      { proposed: { type: 'TreatyAcceded', occurred: '1991-03-12', data: { actor: 'csk' } }, sentence: csk },
      {
        proposed: {
          stream: 'treaty-iccpr-op1',
          type: 'TreatyWithdrawalNotified',
          fact: 'notice/1',
          data: { actor: 'jam' },
        },
        locator: 'note 1',
        sentence: jamaica,
        rule: { name: 'withdrawals', version: 1 },
      },
    ])
    expect(events[1]?.sources).toMatchObject([{ kind: 'depositary', locator: 'note 1', retrieved: '2018-01-15' }])
    const acts = await streamOf(workspace, 'treaty-iccpr-op1')
    expect(acts.filter(({ type }) => type === 'TreatyWithdrawalNotified')).toEqual([])
  })

  it('are known when they are read again', async () => {
    const workspace = await fresh()
    const path = file('IV-5.en.xml', '5', [jamaica, csk])
    await proposeFromNotes(workspace, [path], by)
    expect(await proposeFromNotes(workspace, [path], by)).toMatchObject({ proposed: 0, known: 2, superseded: 0 })
  })

  it('of a treaty that the log does not know are refused, and the report says what to do', async () => {
    const workspace = await fresh()
    const report = await proposeFromNotes(workspace, [file('IV-999.en.xml', '999', [csk])], by)
    expect(report).toMatchObject({ proposed: 0, refused: [{ code: 'unknown-stream' }] })
    expect(readNotesText(report)).toContain('import the files first')
  })

  it('are read in all status files below a folder, taken on the day that its manifest says', async () => {
    const workspace = await fresh()
    const below = join(folder, 'some/IV')
    mkdirSync(below, { recursive: true })
    file('some/IV/IV-5.en.xml', '5', [csk])
    writeFileSync(join(below, 'page.xml'), '<html><body>Maintenance</body></html>')
    writeFileSync(
      join(folder, 'some/mtdsg.json'),
      JSON.stringify({ files: { 'IV/IV-5.en.xml': { retrieved: '2026-02-03' } } }),
    )
    const report = await proposeFromNotes(workspace, [join(folder, 'some')], { ...by, retrieved: '2018-01-15' })
    expect(report).toMatchObject({ files: 1, proposed: 1 })
    const [event] = await streamOf(workspace, 'proposal-iccpr-op1')
    expect(event?.sources).toMatchObject([{ retrieved: '2026-02-03' }])
    await expect(proposeFromNotes(workspace, [join(below, 'page.xml')], by)).rejects.toMatchObject({
      code: 'no-status-file',
    })
  })
})
