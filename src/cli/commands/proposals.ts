import type { Command } from 'commander'
import { badInput } from '../../common/error.ts'
import type { DecideOptions } from '../../ingest/proposals/accept.ts'
import type { Chosen } from '../../ingest/proposals/open-queue.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { CliContext } from '../context/cli-context.ts'
import { helpAlone, ownOptions } from '../context/own-options.ts'
import { acceptClock, withRecording, type RecordingOptions } from '../context/recording.ts'
import { writerOf } from '../context/recorded-by.ts'
import type { Ingested } from '../context/ingest-port.ts'
import { readNotesCommand } from './proposals-read.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

interface Options extends RecordingOptions {
  readonly because?: string
  readonly rule?: string
  readonly treaty?: string
  readonly same?: boolean
  readonly by?: string
  readonly dryRun?: boolean
  readonly format: string
}

/**
 * `proposals read`, `accept`, `reject`: a person decides what was read in prose or coded by hand. They stand below the
 * question that lists them.
 */
export const proposalsCommands = (program: Command, house: CliContext): void => {
  const parent = program.commands.find((command) => command.name() === 'proposals')
  if (parent === undefined) return
  const desk = house.ingest.proposals

  readNotesCommand(parent, house)

  const accepting = deciding(
    parent,
    'accept [ids...]',
    'Appends the events of proposals, which count from then on. Who accepts is recorded.',
  )
    .option('--because <words>', 'why; it is recorded')
    .option('--rule <name>', 'all pending proposals of this rule of which the log says the same; with --same')
    .option('--same', 'with --rule: those of which the log says the same, and no others')
    .option('--treaty <id>', 'with --rule: only those read under this treaty')
    .action((ids: string[]) => {
      const { rule, treaty, same, because } = ownOptions<Options>(accepting)
      return decide(house, accepting, (workspace, options) =>
        desk.accept(workspace, chosenOf(ids, { rule, treaty, same }), { ...options, because }),
      )
    })

  const rejecting = deciding(
    parent,
    'reject <ids...>',
    'Records that proposals are wrong, and why. They count for nothing, as before.',
  )
    .requiredOption('--because <words>', 'why; it is recorded')
    .action((ids: string[]) => {
      const { because = '' } = ownOptions<Options>(rejecting)
      if (because.trim() === '') throw badInput('bad-input', 'is empty.', { where: '--because' })
      return decide(house, rejecting, (workspace, options) => desk.reject(workspace, ids, { ...options, because }))
    })
}

const deciding = (parent: Command, usage: string, description: string): Command =>
  helpAlone(parent.command(usage))
    .description(description)
    .option('--dry-run', 'checks everything and records nothing')
    .option('--by <name>', 'who decides (default: the user of this shell)')
    .option(...acceptClock)
    .option(...reportFormat)

interface OfRule {
  readonly rule: string | undefined
  readonly treaty: string | undefined
  readonly same: boolean | undefined
}

/** Ids, or a rule and what the log says the same of: nobody accepts unseen what is new. */
const chosenOf = (ids: readonly string[], { rule, treaty, same }: OfRule): Chosen => {
  if (ids.length > 0) {
    if (rule === undefined && same === undefined && treaty === undefined) return { ids }
    throw badInput('bad-usage', 'proposals are named, or a rule with --same; not both.', { where: 'proposals accept' })
  }
  if (rule === undefined || same !== true)
    throw badInput('bad-usage', 'names no proposal.', {
      where: 'proposals accept',
      hint: 'Give ids, as `proposals` prints them, or --rule <name> --same.',
    })
  return { rule, ...(treaty !== undefined && { instrument: treaty }) }
}

const decide = async (
  house: CliContext,
  command: Command,
  work: (workspace: Workspace, options: DecideOptions) => Promise<Ingested>,
): Promise<void> => {
  const { format, acceptClock: accepted, by, dryRun = false, ...places } = command.optsWithGlobals<Options>()
  checkReportFormat(format)
  const recording = { ...places, ...(accepted !== undefined && { acceptClock: accepted }) }
  const { report, text } = await withRecording(house, recording, (workspace) =>
    work(workspace, { recordedBy: writerOf(by, house.terminal), dryRun }),
  )
  await printReport(house.terminal, format, report, text)
}
