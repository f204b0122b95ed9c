import { PassThrough, Readable } from 'node:stream'
import type { Ingest } from '../../src/cli/context/ingest-port.ts'
import { run } from '../../src/cli/run.ts'
import type { Question } from '../../src/queries/question/question.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { fakeQuestions } from '../exports/fake-questions.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface Setting {
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly isTerminal?: boolean
  readonly questions?: readonly Question[]
  readonly networks?: readonly Question[]
  readonly ingest?: Ingest
  /** What the clock says, where it is not that of the machine. */
  readonly clock?: () => Date
  /** One that is open, and stays so: it stands for whatever a command opens. */
  readonly workspace?: Workspace | undefined
}

const collect = (isTTY: boolean) => {
  const stream = Object.assign(new PassThrough(), { isTTY })
  const pieces: Buffer[] = []
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  return { stream, text: () => Buffer.concat(pieces).toString('utf8') }
}

/** Says what it was asked to do. */
const echoIngest: Ingest = {
  sources: [{ name: 'cow-igo', reads: 'state-years of memberships' }],
  appendLines: async (_workspace, lines, file, { recordedBy, dryRun, expected }) => {
    const texts: string[] = []
    for await (const line of lines) texts.push(line)
    return {
      report: { texts, file, recordedBy, dryRun, expected },
      text: `${texts.length} lines from ${file} by ${recordedBy}`,
    }
  },
  correct: async (_workspace, amendment, changes, { recordedBy, dryRun }) => ({
    report: { ...amendment, ...changes, recordedBy, dryRun },
    text: `corrected ${amendment.target}`,
  }),
  retract: async (_workspace, amendment, { recordedBy, dryRun }) => ({
    report: { ...amendment, recordedBy, dryRun },
    text: `retracted ${amendment.target}`,
  }),
  importFiles: async (_workspace, source, files, { dryRun, skipBadRows, recordedBy }) => ({
    report: { source, files, dryRun, skipBadRows, recordedBy },
    text: `${source}: ${files.join(' ')}`,
  }),
  importFolder: async (_workspace, folder, { dryRun, skipBadRows, recordedAt, bundled }) => ({
    report: {
      folder,
      dryRun,
      skipBadRows,
      ...(bundled !== undefined && { bundled }),
      ...(recordedAt !== undefined && { recordedAt }),
    },
    text: folder,
  }),
  importBundled: async (_workspace, { dryRun, recordedAt }) => ({
    report: { bundled: true, dryRun, ...(recordedAt !== undefined && { recordedAt }) },
    text: 'bundled',
  }),
  importTable: async (_workspace, mapping, file, { dryRun }) => ({
    report: { mapping, file, dryRun },
    text: `${mapping} ${file}`,
  }),
  proposals: {
    readNotes: async (_workspace, paths) => ({ report: { paths }, text: 'read' }),
    accept: async (_workspace, chosen, options) => ({ report: { chosen, ...options }, text: 'accepted' }),
    reject: async (_workspace, ids, options) => ({ report: { ids, ...options }, text: 'rejected' }),
    proposeTable: async (_workspace, mapping, file, { coder }) => ({
      report: { mapping, file, coder },
      text: 'proposed',
    }),
  },
}

const leftOpen = (workspace: Workspace): Workspace =>
  Object.create(workspace, { close: { value: async () => undefined } }) as Workspace

/** Runs a command line as a shell would, and gives what it printed. */
export const shell = async (args: readonly string[], setting: Setting = {}): Promise<Ran> => {
  const { env = {}, stdin = '', isTerminal = false, ingest = echoIngest, clock, workspace } = setting
  const { questions = fakeQuestions, networks = [] } = setting
  const out = collect(isTerminal)
  const err = collect(isTerminal)
  const code = await run(args, {
    terminal: { stdin: Readable.from([stdin]), stdout: out.stream, stderr: err.stream, env },
    questions,
    networks,
    openWorkspace: async (settings, opening) =>
      workspace === undefined
        ? openWorkspace(settings, { ...opening, ...(clock !== undefined && { clock }) })
        : leftOpen(workspace),
    ingest,
  })
  return { code, out: out.text(), err: err.text() }
}
