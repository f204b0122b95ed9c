import type { Command } from 'commander'
import { settled, releaseIdOf } from '../../../queries/question/ask.ts'
import type { Given } from '../../../queries/question/given.ts'
import type { Question } from '../../../queries/question/question.ts'
import { clocksOf, clocksText } from '../../../queries/question/snapshot.ts'
import type { Places } from '../../../workspace/settings.ts'
import type { CliContext } from '../../context/cli-context.ts'
import { writeOf } from '../answer-command.ts'
import { addQuestion, mayRedistribute, questionCommand } from '../question-command.ts'

interface Options extends Places {
  readonly output?: string
  readonly iMayRedistribute?: boolean
}

/** Writes the graph of a question over time, part by part. */
const writeGraph = (house: CliContext, question: Question, given: Given, options: Options): Promise<void> =>
  writeOf(house, question, given, options, {
    isPassedOn: true,
    write: async (world, input) => {
      const meant = await settled(question, world, input)
      const releaseId = releaseIdOf(world, question, meant)
      const graph = await question.graph?.(world, meant)
      if (graph === undefined) throw new Error(`"${question.name}" has no graph`)
      const { gexfChunks } = await import('../../../exports/networks/gexf.ts')
      return { chunks: gexfChunks(graph, `${clocksText(clocksOf(world))}; release ${releaseId}`), releaseId }
    },
  })

/** `export network …`: graphs over time, lists of ties and lists of adoptions, a command for each. */
export const exportNetworkCommands = (group: Command, house: CliContext): void => {
  const { networks = [] } = house
  for (const question of networks) {
    if (question.graph === undefined) addQuestion(group, question, { ...house, questions: networks })
    else
      questionCommand<Options>(
        group,
        question,
        networks,
        (given, options) => writeGraph(house, question, given, options),
        undefined,
      )
        .option('--output <file>', 'writes to a file instead of the terminal')
        .addOption(mayRedistribute())
  }
}
