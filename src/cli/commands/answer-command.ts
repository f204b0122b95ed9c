import { badInput } from '../../common/error.ts'
import { formatNamed, formatOfFile, isPassedOn, type Format } from '../../exports/format.ts'
import type { Given } from '../../queries/question/given.ts'
import { placed } from '../../queries/question/ask.ts'
import { readClocks, readInput } from '../../queries/question/read-input.ts'
import { printableLines } from '../../text/printable.ts'
import { refuseWithheld, withheld } from '../../exports/redistribution.ts'
import { refusalText } from '../../exports/terms.ts'
import { written, type WrittenAnswer } from '../../exports/write-answer.ts'
import { loadSources } from '../../queries/holdings/registered-sources.ts'
import type { Question } from '../../queries/question/question.ts'
import { clocksOf, clocksText, type Snapshot } from '../../queries/question/snapshot.ts'
import type { Places } from '../../workspace/settings.ts'
import { orDamage } from '../context/damage.ts'
import { withWorkspaceThere, type CliContext } from '../context/cli-context.ts'
import { asTyped, labelFor, withLabels } from '../context/field-labels.ts'
import { toFile, toStdout } from '../context/output.ts'
import { progressLine, withProgress, type ProgressLine } from '../context/progress.ts'
import type { Terminal } from '../context/terminal.ts'

interface Options extends Places {
  readonly format?: string
  readonly output?: string
  readonly iMayRedistribute?: boolean
}

type Input = Parameters<Question['answer']>[1]

/** What is written of a question: an answer in a format, or a graph. */
interface Writing {
  readonly write: (world: Snapshot, input: Input) => Promise<WrittenAnswer>
  /** Whether it is made to be passed on: then on which terms is said beside it. */
  readonly isPassedOn: boolean
}

/** Checks everything that was typed before anything is opened, then asks the question and writes its answer. */
export const answerCommand = async (
  house: CliContext,
  question: Question,
  given: Given,
  { format, output, ...places }: Options,
): Promise<void> => {
  const label = labelFor(question)
  readInput(question, given, label)
  const chosen = format === undefined ? defaultFormat(question, output) : formatNamed(question, format, '--format')
  if (chosen === 'parquet' && output === undefined && house.terminal.stdout.isTTY === true)
    throw badInput('bad-input', 'Parquet is no text for a terminal.', {
      where: '--format',
      hint: 'Name a file: --output panel.parquet.',
    })
  await writeOf(
    house,
    question,
    given,
    { ...places, ...(output !== undefined && { output }) },
    { write: (world, input) => written(question, world, input, chosen), isPassedOn: isPassedOn(chosen) },
  )
}

/** Asks a question and writes what is made of it: what was typed is checked before anything is opened. */
export const writeOf = async (
  house: CliContext,
  question: Question,
  given: Given,
  { output, iMayRedistribute, ...places }: Omit<Options, 'format'>,
  { write, isPassedOn: isMadeToBePassedOn }: Writing,
): Promise<void> => {
  const label = labelFor(question)
  const input = readInput(question, given, label)
  const clocks = readClocks(given, label)
  const { terminal } = house
  await withWorkspaceThere(house, places, async (workspace) => {
    await withProgress(terminal, (show) => workspace.catchUp((done, of) => show('catching up:', done, of)))
    await orDamage(terminal, workspace, given, async () => {
      const world = await withLabels(question, async () => placed(question, await workspace.world(clocks), input))
      const used = await withLabels(question, async () => question.passesOn?.(world, input))
      if (used !== undefined)
        await withLabels(question, async () =>
          refuseWithheld({ sources: withheld(await loadSources(world), used) }, { iMayRedistribute }),
        )
      // What is written page by page may be refused with the first of them.
      const { releaseId, remarks = [] } = await withLabels(question, async () => {
        return writeAnswer(terminal, output, (progress) => write({ ...world, progress }, input))
      })
      if (!isMadeToBePassedOn) return
      for (const remark of remarks) terminal.stderr.write(`${asTyped(printableLines(remark), question)}\n`)
      terminal.stderr.write(`${clocksText(clocksOf(world))}; release ${releaseId}\n`)
      const refusal = refusalText(await loadSources(world))
      if (refusal !== undefined) terminal.stderr.write(`${refusal}\n`)
    })
  })
}

/**
 * Writes an answer, and gives what names it. On the way a line says how far it has come; where rows go to a terminal,
 * too, only until the first of them.
 */
const writeAnswer = async (
  terminal: Terminal,
  output: string | undefined,
  make: (progress: ProgressLine['show']) => Promise<WrittenAnswer>,
): Promise<Omit<WrittenAnswer, 'chunks'>> => {
  const line = progressLine(terminal)
  let isShown = true
  try {
    const { chunks, ...named } = await make((...said) => isShown && line.show(...said))
    isShown = output !== undefined || terminal.stdout.isTTY !== true
    if (!isShown) line.clear()
    await (output === undefined ? toStdout(terminal, chunks) : toFile(output, chunks))
    return named
  } finally {
    line.clear()
  }
}

/** The format that the file's name ends in, else the question's own. */
const defaultFormat = (question: Question, output: string | undefined): Format =>
  (output === undefined ? undefined : formatOfFile(question, output, '--output')) ?? question.format ?? 'text'
