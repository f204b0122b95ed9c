import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../src/ingest/index.ts'
import { acceptProposals } from '../../src/ingest/proposals/accept.ts'
import { proposeFromNotes, type ReadNotesReport } from '../../src/ingest/proposals/read-notes.ts'
import { mtdsg } from '../../src/sources/mtdsg/importer.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { asker } from '../support/ask.ts'
import { dataFolder } from '../support/run/published.ts'

const long = 600_000
const folder = join(dataFolder, 'un_treaties/mtdsg_2018')

interface Stretch {
  readonly from: string | null
  readonly status: string
}

describe.skipIf(!existsSync(folder))('what the notes of the depositary tell, accepted', () => {
  const place = mkdtempSync(join(tmpdir(), 'normtrail-notes-accepted-'))
  const ask = asker(() => workspace)
  let workspace: Workspace
  let report: ReadNotesReport
  beforeAll(async () => {
    workspace = await openWorkspace(place)
    const options = { recordedBy: 'a test', retrieved: '2018-01-15' }
    await importFiles(workspace, mtdsg, [folder], { ...options, bundled: 'never' })
    await workspace.catchUp()
    report = await proposeFromNotes(workspace, [folder], options)
    await acceptProposals(workspace, { ids: report.ids }, { recordedBy: 'a reader', because: 'for the test' })
    await workspace.catchUp()
  }, long)
  afterAll(async () => {
    await workspace.close()
    rmSync(place, { recursive: true, force: true })
  })

  const history = async (state: string, subject: string): Promise<readonly string[]> => {
    const { subjects } = await ask<{ subjects: readonly { spans: readonly Stretch[] }[] }>('timeline', {
      state,
      subject,
    })
    return (subjects[0]?.spans ?? []).map(({ from, status }) => `${from ?? '…'} ${status}`)
  }

  it('is proposed of every file, and nothing is refused', () =>
    expect(report).toMatchObject({ files: 407, notes: 2023, refused: [], proposed: report.read }))

  /**
   * Read by hand: the day of each act and of each exit in the note; entry into force for the party in the header
   * (UNIDO, the conventions of 1994 and 1954) and in the final clauses (Optional Protocol, art 9: three months;
   * desertification, art 36, and stateless persons, art 39: the ninetieth day).
   */
  it.each([
    [
      'aus',
      'untc-10-9',
      'X-9, notes 1 and 4',
      [
        '… NONE',
        '1980-03-03 SIGNED',
        '1982-07-12 CONSENTED',
        '1985-06-21 IN_FORCE',
        '1987-12-24 EXIT_PENDING',
        '1988-12-31 EXITED',
        '1992-01-01 IN_FORCE',
        '1996-12-23 EXIT_PENDING',
        '1997-12-31 EXITED',
      ],
    ],
    [
      'can',
      'untc-27-10',
      'XXVII-10, note 4',
      [
        '… NONE',
        '1994-10-14 SIGNED',
        '1995-12-01 CONSENTED',
        '1996-12-26 IN_FORCE',
        '2013-03-28 EXIT_PENDING',
        '2014-03-28 EXITED',
        '2016-12-21 CONSENTED',
        '2017-03-21 IN_FORCE',
      ],
    ],
    [
      'guy',
      'iccpr-op1',
      'IV-5, note 2',
      ['… NONE', '1993-05-10 CONSENTED', '1993-08-10 IN_FORCE', '1999-01-05 EXIT_PENDING', '1999-04-05 IN_FORCE'],
    ],
    [
      'mdg',
      'untc-5-3',
      'V-3, note 6',
      ['… NONE', '1962-02-20 CONSENTED', '1962-05-21 IN_FORCE', '1965-04-02 EXIT_PENDING', '1966-04-02 EXITED'],
    ],
  ])('gives %s its history under %s: %s', async (state, subject, _, stretches) =>
    expect(await history(state, subject)).toEqual(stretches),
  )
})
