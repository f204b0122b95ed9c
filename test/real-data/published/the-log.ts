import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { FolderReport } from '../../../src/ingest/index.ts'
import { openWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { questionNamed } from '../../support/ask.ts'
import { sharedByTheRun } from '../../support/run/shared.ts'

export const long = 600_000

type Row = Readonly<Record<string, string | number | null>>
interface Panel {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** What the import wrote beside the log. */
interface Told {
  readonly report: FolderReport
  /** When the last file was in, and what comes with normtrail was not. */
  readonly recordedAt: string
}

/**
 * The log of all published files, imported together, once for all files of a run: nothing is recorded in it. What comes
 * with normtrail was recorded after them. To be called in a `describe`.
 */
export const theLog = () => {
  let opened: Workspace | undefined
  let told: Told | undefined
  beforeAll(async () => {
    const folder = await sharedByTheRun('published')
    told = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Told
    opened = await openWorkspace(folder)
  }, long)
  afterAll(() => opened?.close())

  const workspace = (): Workspace => there(opened)
  const ask = async <A>(name: string, input: object, asOf?: string): Promise<A> => {
    const question = questionNamed(name)
    const world = await workspace().world({ asOf, asKnownAt: there(told).recordedAt })
    return (await question.answer(world, question.input.parse(input))) as A
  }
  return {
    workspace,
    /** What the import of the files said. */
    report: (): FolderReport => there(told).report,
    /** Asks what the files tell by themselves. */
    ask,
    panel: async (name: string, input: object): Promise<readonly Row[]> => {
      const { columns, rows } = await ask<Panel>(name, input)
      return rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])))
    },
  }
}

const there = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the log is not open yet')
  return value
}
