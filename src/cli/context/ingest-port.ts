import type { Amendment, Changes } from '../../ingest/append/correct.ts'
import type { DecideOptions } from '../../ingest/proposals/accept.ts'
import type { Chosen } from '../../ingest/proposals/open-queue.ts'
import type { ReadNotesOptions } from '../../ingest/proposals/read-notes.ts'
import type { Expected } from '../../log/port.ts'
import type { Workspace } from '../../workspace/workspace.ts'

export interface IngestOptions {
  readonly recordedBy: string
  readonly dryRun: boolean
  readonly progress: (words: string, done: number, of?: number) => void
}

export interface ImportOptions extends IngestOptions {
  readonly skipBadRows: boolean
  /** Says a line that stays: a file is done. */
  readonly note?: ((line: string) => void) | undefined
}

/** A load that may be dated back: `source`, or an instant. */
export interface DatedImportOptions extends ImportOptions {
  readonly recordedAt?: string | undefined
}

export interface FilesOptions extends ImportOptions {
  /** What the files are written in, where neither a byte order mark nor the mapping says it, or says it wrong. */
  readonly encoding?: string | undefined
  /** ISO day on which files were taken that do not say it themselves. */
  readonly retrieved?: string | undefined
  /** Whether the facts that come with normtrail go in first. Not said: into a log that holds nothing yet. */
  readonly bundled?: boolean | undefined
}

export type FolderOptions = FilesOptions & DatedImportOptions

/** What came of it: plain data, printed as JSON, and the same in words. */
export interface Ingested {
  readonly report: unknown
  readonly text: string
}

/** The one way in, as the commands need it. */
export interface Ingest {
  /** The dataset formats that can be named: for the help. */
  readonly sources: readonly { readonly name: string; readonly reads: string }[]
  readonly appendLines: (
    workspace: Workspace,
    lines: AsyncIterable<string>,
    file: string,
    options: IngestOptions & { readonly expected?: Expected | undefined },
  ) => Promise<Ingested>
  readonly correct: (
    workspace: Workspace,
    amendment: Amendment,
    changes: Changes,
    options: IngestOptions,
  ) => Promise<Ingested>
  readonly retract: (workspace: Workspace, amendment: Amendment, options: IngestOptions) => Promise<Ingested>
  readonly importFiles: (
    workspace: Workspace,
    source: string,
    files: readonly string[],
    options: FilesOptions,
  ) => Promise<Ingested>
  readonly importFolder: (workspace: Workspace, folder: string, options: FolderOptions) => Promise<Ingested>
  readonly importBundled: (workspace: Workspace, options: DatedImportOptions) => Promise<Ingested>
  readonly importTable: (
    workspace: Workspace,
    mapping: string,
    file: string,
    options: FilesOptions,
  ) => Promise<Ingested>
  readonly proposals: ProposalDesk
}

/** How proposals are brought in and decided, as the commands need it. */
export interface ProposalDesk {
  readonly readNotes: (workspace: Workspace, paths: readonly string[], options: ReadNotesOptions) => Promise<Ingested>
  readonly accept: (workspace: Workspace, chosen: Chosen, options: DecideOptions) => Promise<Ingested>
  readonly reject: (
    workspace: Workspace,
    ids: readonly string[],
    options: DecideOptions & { readonly because: string },
  ) => Promise<Ingested>
  /** A coder's sheet, as a table with its mapping. */
  readonly proposeTable: (
    workspace: Workspace,
    mapping: string,
    file: string,
    options: FilesOptions & { readonly coder: string },
  ) => Promise<Ingested>
}
