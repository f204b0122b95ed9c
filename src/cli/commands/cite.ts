import type { Command } from 'commander'
import { citationForms, citationOf, type CitationForm } from '../../exports/citation.ts'
import { ask, placed } from '../../queries/question/ask.ts'
import { loadSources } from '../../queries/holdings/registered-sources.ts'
import { badInput } from '../../common/error.ts'
import { fieldsOf } from '../../queries/question/fields.ts'
import type { Question } from '../../queries/question/question.ts'
import type { Given } from '../../queries/question/given.ts'
import { readClocks, readInput } from '../../queries/question/read-input.ts'
import { clocksOf, type Clocks } from '../../queries/question/snapshot.ts'
import type { Places } from '../../workspace/settings.ts'
import { orDamage } from '../context/damage.ts'
import { withWorkspaceThere, type CliContext } from '../context/cli-context.ts'
import { labelFor, withLabels } from '../context/field-labels.ts'
import { toStdout } from '../context/output.ts'
import { questionCommand } from './question-command.ts'

const isForm = (word: string): word is CitationForm => (citationForms as readonly string[]).includes(word)

/** What a shell reads as one word. */
const quoted = (value: string): string =>
  /^[\w.,:/@+-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`

/** The question as one would type it, with both clocks fixed. */
const commandLine = (question: Question, given: Given, clocks: Required<Clocks>): string => {
  const fields = fieldsOf(question).filter(({ name }) => given[name] !== undefined && given[name] !== false)
  const positional = fields.filter((field) => field.positional).map(({ name }) => quoted(String(given[name])))
  const flags = fields
    .filter((field) => !field.positional)
    .map(({ kebab, isFlag, name }) => (isFlag ? `--${kebab}` : `--${kebab} ${quoted(String(given[name]))}`))
  return [
    'normtrail',
    question.name,
    ...positional,
    ...flags,
    `--as-of ${clocks.asOf}`,
    `--as-known-at ${clocks.asKnownAt}`,
  ].join(' ')
}

/** `cite <question …>`: a citation for what the question answers, with the command that gives it again. */
export const citeCommand = (program: Command, house: CliContext): void => {
  const cite = program
    .command('cite')
    .description(
      'A citation for an answer: what was asked, of which log, by which program. Put it before any question.',
    )
  for (const question of house.questions) {
    questionCommand(
      cite,
      question,
      house.questions,
      async (given, options: Places & { readonly format?: string }) => {
        const form = options.format ?? 'text'
        if (!isForm(form))
          throw badInput('bad-input', `"${form}" is none of ${citationForms.join(', ')}.`, { where: '--format' })
        const label = labelFor(question)
        const input = readInput(question, given, label)
        const asked = readClocks(given, label)
        await withWorkspaceThere(house, options, (workspace) =>
          orDamage(house.terminal, workspace, given, async () => {
            const meant = await withLabels(question, async () => placed(question, await workspace.world(asked), input))
            if (meant.knownAt === undefined)
              throw badInput('nothing-known', 'the log is empty: there is nothing to cite.')
            // More may be recorded before the moment that was asked for has passed; a citation names the last commit
            // known then, and nothing comes before that.
            const clocks = { asOf: clocksOf(meant).asOf, asKnownAt: meant.knownAt }
            const world = await workspace.world(clocks)
            // Nobody should cite what cannot be answered.
            const { releaseId } = await withLabels(question, () => ask(question, world, input))
            const cited = {
              releaseId,
              command: commandLine(question, given, clocks),
              ...clocks,
              ordinal: world.ordinal,
              prefix: world.prefix,
              terms: (await loadSources(world)).map(({ id, licence, redistributable }) => ({
                id,
                ...(licence !== undefined && { licence }),
                redistributable,
              })),
            }
            await toStdout(house.terminal, [`${citationOf(cited, form)}\n`])
          }),
        )
      },
      citationForms.join(', '),
    )
  }
}
