import { readMtdsg } from '../../sources/mtdsg/read-mtdsg.ts'
import { filesByDay, statusFilesAt } from '../../sources/mtdsg/status-files.ts'
import { bytesOf } from '../../text/bytes.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { prepared } from '../commit/open-for-writing.ts'
import { proposalsFromNotes, type NotesOfInstrument, type UnreadSentence } from './from-notes.ts'
import { proposeFacts, type ProposeOptions, type ProposeReport } from './propose.ts'

export interface ReadNotesOptions extends Omit<ProposeOptions, 'readings'> {
  /**
   * The day on which the files were taken, `2018-01-15`, where no manifest beside them says it: accepted facts cite it.
   */
  readonly retrieved?: string | undefined
  readonly progress?: (words: string, done: number, of?: number) => void
}

export interface ReadNotesReport extends ProposeReport {
  readonly files: number
  readonly notes: number
  /** Sentences that name a day and an act and that no rule understood: what is left to a reader. */
  readonly unread: readonly UnreadSentence[]
}

/**
 * Reads the notes in files of the depositary, or in all status files below a folder, and proposes what the rules find
 * there. Nothing is asserted. Throws `unreadable-file`, `no-status-files`, and for a file that was named `bad-xml`,
 * `no-status-file`.
 */
export const proposeFromNotes = async (
  workspace: Workspace,
  paths: readonly string[],
  { retrieved, progress, ...options }: ReadNotesOptions,
): Promise<ReadNotesReport> => {
  const names = await prepared(workspace, options.dryRun)
  const days = await filesByDay(await statusFilesAt(paths), retrieved)
  const files = days.flatMap((day) => day.files.map((file) => ({ ...file, retrieved: day.retrieved })))
  const read: NotesOfInstrument[] = []
  for (const [index, { path, name, retrieved: on }] of files.entries()) {
    if (index % 50 === 0) progress?.('notes: reading', index, files.length)
    read.push(proposalsFromNotes(readMtdsg(await wholeOf(path), name), name, names, on))
  }
  const report = await proposeFacts(
    workspace,
    read.flatMap(({ proposals }) => proposals),
    { ...options, readings: read.flatMap(({ readings }) => readings) },
  )
  return {
    ...report,
    files: read.length,
    notes: read.reduce((sum, { notes }) => sum + notes, 0),
    unread: read.flatMap(({ unread }) => unread),
  }
}

const wholeOf = async (path: string): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of bytesOf(path)) pieces.push(piece)
  return Buffer.concat(pieces)
}
