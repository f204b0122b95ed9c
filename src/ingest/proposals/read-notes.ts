import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { NormtrailError } from '../../error.ts'
import { readMtdsg } from '../../sources/mtdsg/read-mtdsg.ts'
import { bytesOf } from '../../text/bytes.ts'
import type { Workspace } from '../../workspace.ts'
import { prepared } from '../prepare.ts'
import { proposalsFromNotes, type NotesOfInstrument, type UnreadSentence } from './from-notes.ts'
import { proposeFacts, type ProposeOptions, type ProposeReport } from './propose.ts'

export interface ReadNotesOptions extends Omit<ProposeOptions, 'readings'> {
  /** The day on which the files were taken, `2018-01-15`: accepted facts cite it. */
  readonly retrieved?: string | undefined
  readonly progress?: (words: string, done: number, of?: number) => void
}

export interface ReadNotesReport extends ProposeReport {
  readonly files: number
  readonly notes: number
  /** Files of the folder that are no status files of the depositary, and why. */
  readonly leftAlone: readonly { readonly file: string; readonly why: string }[]
  /** Sentences that name a day and an act and that no rule understood: what is left to a reader. */
  readonly unread: readonly UnreadSentence[]
}

/**
 * Reads the notes in files of the depositary, or in all below a folder, and proposes what the rules find there. Nothing is
 * asserted. Throws `unreadable-file`, and for a file that was named and is no status file `bad-xml`, `no-status-file`; in a
 * folder such files are left alone, and listed.
 */
export const proposeFromNotes = async (
  workspace: Workspace,
  paths: readonly string[],
  { retrieved, progress, ...options }: ReadNotesOptions,
): Promise<ReadNotesReport> => {
  const names = await prepared(workspace, options.dryRun)
  const read: NotesOfInstrument[] = []
  const leftAlone: { file: string; why: string }[] = []
  const files = paths.flatMap(filesAt)
  for (const [index, { path, isNamed }] of files.entries()) {
    if (index % 50 === 0) progress?.('notes: reading', index, files.length)
    const file = basename(path)
    try {
      read.push(proposalsFromNotes(readMtdsg(await wholeOf(path), file), file, names, retrieved))
    } catch (thrown) {
      if (isNamed || !(thrown instanceof NormtrailError)) throw thrown
      leftAlone.push({ file, why: thrown.message })
    }
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
    leftAlone,
    unread: read.flatMap(({ unread }) => unread),
  }
}

/** A file, or all XML files below a folder. */
const filesAt = (path: string): readonly { readonly path: string; readonly isNamed: boolean }[] => {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [{ path, isNamed: true }]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.xml(?:\.gz)?$/i.test(name))
    .toSorted()
    .map((name) => ({ path: join(path, name), isNamed: false }))
}

const wholeOf = async (path: string): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of bytesOf(path)) pieces.push(piece)
  return Buffer.concat(pieces)
}
