import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { importFiles, type ImportReport } from '../../src/ingest/index.ts'
import { mtdsg } from '../../src/sources/mtdsg/importer.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { statusFile, type StatusFile } from '../sources/mtdsg/status-file.ts'
import { ask } from './a-workspace.ts'

type Files = Readonly<Record<string, Uint8Array | string>>
/** Files in a folder, gone after the test. */
export const aFolder = (files: Files): string => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-status-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  return folder
}

/** The files of one day, into a log: the reports of what came of them. */
export const bring = async (workspace: Workspace, files: Files, retrieved?: string): Promise<ImportReport> => {
  const { reports } = await importFiles(workspace, mtdsg, [aFolder(files)], { recordedBy: 'a test', retrieved })
  await workspace.catchUp()
  const [report] = reports
  if (report === undefined) throw new Error('nothing was imported')
  return report
}

export const consentLegend = 'Ratification, Accession(a), Acceptance(A), Approval(AA), Succession(d)'
/** The Convention against Torture, IV-9, in a small table. */
export const torture = (rows: readonly (readonly string[])[], more: StatusFile = {}): Uint8Array =>
  statusFile({
    number: ['IV', '9'],
    title: 'Convention against Torture',
    legends: ['Signature', consentLegend],
    rows,
    ...more,
  })

/** The status of a state, or the possible ones where it is not known. */
export const statusOf = async (workspace: Workspace, state: string, asOf: string, subject = 'cat') => {
  const { status, possible } = await ask(workspace, 'status', { state, subject }, { asOf })
  return status === 'UNKNOWN' ? possible : status
}
