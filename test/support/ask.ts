import { questions } from '../../src/queries/index.ts'
import type { Given } from '../../src/queries/question/given.ts'
import { withPreset } from '../../src/queries/question/presets.ts'
import type { Question } from '../../src/queries/question/question.ts'
import type { Clocks } from '../../src/queries/question/snapshot.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'

export const questionNamed = (name: string): Question => {
  const question = questions.find((one) => one.name === name)
  if (question === undefined) throw new Error(`There is no question "${name}".`)
  return question
}

/**
 * Asks a question by its name, as a face would: text in, answer out. The answer is held against the schema that it
 * promises.
 */
export const asker =
  (workspace: () => Workspace) =>
  async <A = Record<string, unknown>>(
    name: string,
    input: Readonly<Record<string, unknown>> = {},
    clocks: Clocks = {},
  ): Promise<A> => {
    const question = questionNamed(name)
    const read = question.input.parse(withPreset(question, input as Given, (field) => field))
    const answer = await question.answer(await workspace().world(clocks), read)
    question.output.parse(answer)
    if (question.text(answer).length === 0) throw new Error(`"${name}" has nothing to say in a terminal.`)
    return answer as A
  }

/** A row of a panel by the names of its columns. */
export const rowsOf = (panel: {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}) => panel.rows.map((row) => Object.fromEntries(panel.columns.map((column, index) => [column, row[index]])))
