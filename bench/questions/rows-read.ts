import type { Kysely, KyselyPlugin, RootOperationNode } from 'kysely'
import { readClocks, readInput } from '../../src/queries/question/read-input.ts'
import { ask } from '../../src/queries/question/ask.ts'
import { openSnapshot } from '../../src/queries/question/snapshot.ts'
import type { Schema } from '../../src/readmodel/schema.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { questionOf, type Asked } from './asked.ts'

/** One read of a question, as SQLite gets it. */
export interface RowsRead {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/**
 * What a question reads of the read model in a folder, names and clocks too, each statement; nothing is known before.
 */
export const rowsReadBy = async (folder: string, one: Asked): Promise<readonly RowsRead[]> => {
  const workspace = await openWorkspace(folder, { onlyAsks: true })
  try {
    await workspace.catchUp()
    const read: RowsRead[] = []
    const { sql } = workspace.readModel
    const recorder: KyselyPlugin = {
      transformQuery: ({ node, queryId }) => {
        read.push(compiled(sql, node, queryId))
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const question = questionOf(one)
    const label = (field: string): string => field
    const world = await openSnapshot(sql.withPlugin(recorder), readClocks(one.given, label), new Date())
    await ask(question, world, readInput(question, one.given, label))
    return read
  } finally {
    await workspace.close()
  }
}

const compiled = (
  sql: Kysely<Schema>,
  node: RootOperationNode,
  queryId: Parameters<KyselyPlugin['transformQuery']>[0]['queryId'],
): RowsRead => {
  const query = sql.getExecutor().compileQuery(node, queryId)
  return { sql: query.sql, parameters: query.parameters }
}
