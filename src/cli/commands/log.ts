import type { Command } from 'commander'
import { badInput } from '../../common/error.ts'
import type { CommitId, RecordedEvent } from '../../events/envelope.ts'
import { familyOf } from '../../events/registry.ts'
import { refusalText } from '../../exports/terms.ts'
import { exportLog, importLog } from '../../log/transfer.ts'
import { sourcesAmong } from '../../queries/holdings/registered-sources.ts'
import type { Places } from '../../workspace/settings.ts'
import { printable } from '../../text/printable.ts'
import { warnUnfinished, withLogAlone, withMendedWorkspace, type CliContext } from '../context/cli-context.ts'
import { inputLines } from '../context/read-lines.ts'
import { toFile, toStdout } from '../context/output.ts'
import { withProgress } from '../context/progress.ts'
import { writerOf } from '../context/recorded-by.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

/**
 * `log export`, `log import`: a whole log moves between stores, and comes back the same. `log unfinished`, `log
 * abandon`: what to do about commits that were cut off.
 */
export const logCommand = (program: Command, house: CliContext): void => {
  const log = program
    .command('log')
    .description('Moves a whole log between stores; says what to do about commits that were cut off.')
  for (const add of [exportCommand, importCommand, unfinishedCommand, abandonCommand]) add(log, house)
}

const exportCommand = (log: Command, house: CliContext): void => {
  const { terminal } = house
  const exporting = log
    .command('export')
    .description('Writes the log as JSON Lines. The same log gives the same bytes, whatever store holds it.')
    .option('--output <file>', 'where to; without it, to stdout')
    .action(async () => {
      const { output, ...places } = exporting.optsWithGlobals<Places & { output?: string }>()
      const strangers: string[] = []
      const ofSources: RecordedEvent[] = []
      await withLogAlone(house, places, (from) =>
        withProgress(terminal, (show) => {
          const lines = exportLog(from, (events) => show('exporting:', events), {
            onStranger: (words) => strangers.push(words),
            onEvent: (event) => {
              if (isOfSource(event)) ofSources.push(event)
            },
          })
          return output === undefined ? toStdout(terminal, lines) : toFile(output, lines)
        }),
      )
      const notes = [
        ...strangersLines(strangers),
        ...[refusalText(sourcesAmong(ofSources))].filter((one) => one !== undefined),
      ]
      for (const line of notes) terminal.stderr.write(`${printable(line)}\n`)
    })
}

const importCommand = (log: Command, house: CliContext): void => {
  const { terminal } = house
  const importing = log
    .command('import')
    .description(
      'Reads an exported log into an empty store, or goes on with a move that was cut off. Every hash is checked.',
    )
    .argument('[file]', 'an exported log; without it, or with -, stdin is read')
    .option(...reportFormat)
    .action(async (file: string | undefined) => {
      const { format, ...places } = importing.optsWithGlobals<Places & { format: string }>()
      checkReportFormat(format)
      const { lines } = await inputLines(file, terminal)
      const moved = await withMendedWorkspace(house, places, async (workspace) => {
        const done = await withProgress(terminal, async (show) => {
          const came = await importLog(workspace.log, lines, (events) => show('importing:', events))
          await workspace.catchUp((events, of) => show('folding:', events, of))
          return came
        })
        // What was moved may itself hold a part of a load only.
        await warnUnfinished(house, workspace)
        return done
      })
      const { events, commits, known, hash } = moved
      await printReport(
        terminal,
        format,
        moved,
        `${events} events in ${commits} commits moved${known > 0 ? `, ${known} were there` : ''}; chain ${hash}`,
      )
    })
}

const unfinishedCommand = (log: Command, house: CliContext): void => {
  const { terminal } = house
  const unfinished = log
    .command('unfinished')
    .description('Lists commits that were cut off. Give the same import again to finish one, or abandon it.')
    .option(...reportFormat)
    .action(async () => {
      const { format, ...places } = unfinished.optsWithGlobals<Places & { format: string }>()
      checkReportFormat(format)
      const found = await withLogAlone(house, places, async (of) => (await of.unfinishedCommits?.()) ?? [])
      const lines = found.map(
        ({ commit, recordedBy, begunAt }) => `${commit}  begun ${begunAt.toISOString()} by ${recordedBy}`,
      )
      await printReport(terminal, format, { unfinished: found }, lines.join('\n') || 'No commit was cut off.')
    })
}

const abandonCommand = (log: Command, house: CliContext): void => {
  const { terminal } = house
  const abandoning = log
    .command('abandon')
    .description(
      'Gives up a commit that was cut off, so that its streams can be appended to again. What it wrote is never seen.',
    )
    .argument('<commit>')
    .requiredOption('--reason <words>', 'why; it is recorded')
    .option('--by <name>', 'who records it (default: the user of this shell)')
    .action(async (commit: string) => {
      const { reason, by, ...places } = abandoning.optsWithGlobals<Places & { reason: string; by?: string }>()
      await withLogAlone(house, places, async (of) => {
        if (of.abandonCommit === undefined)
          throw badInput(
            'no-unfinished-commits',
            'commits of an embedded log are whole or not there; there is nothing to abandon.',
          )
        await of.abandonCommit(commit as CommitId, { recordedBy: writerOf(by, terminal), reason })
      })
      terminal.stdout.write(`Abandoned ${commit}.\n`)
    })
}

/** What registers a source, or says of a registration that it should read otherwise. */
const isOfSource = ({ stream, type }: RecordedEvent): boolean =>
  familyOf(stream) === 'source' && type !== 'ReleaseFileRead'

const strangersLines = (strangers: readonly string[]): readonly string[] =>
  strangers.length === 0
    ? []
    : [
        `left out: ${strangers.length} ` +
          `${strangers.length === 1 ? 'event that normtrail did not write' : 'events that normtrail did not write'}`,
        ...strangers.map((words) => `  ${words}`),
      ]
