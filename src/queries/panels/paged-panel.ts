import type { Column } from '../question/columns.ts'
import type { TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { PanelAnswer } from './panel-answer.ts'

/**
 * What answers for a panel that is made a part at a time: the answer with all its rows, the same without any, and its
 * rows page by page. Of a page nothing is kept behind it, so that a panel of any length needs the memory of one.
 */
export const pagedPanel = <I>(
  columns: readonly Column[],
  pages: (world: Snapshot, asked: I) => AsyncIterable<Iterable<readonly TableCell[]>>,
  parametersOf: (world: Snapshot, asked: I) => Promise<PanelAnswer['parameters']>,
) => {
  const frame = async (world: Snapshot, asked: I): Promise<PanelAnswer> => ({
    columns: columns.map(({ name }) => name),
    rows: [],
    parameters: await parametersOf(world, asked),
  })
  const answer = async (world: Snapshot, asked: I): Promise<PanelAnswer> => {
    const rows: PanelAnswer['rows'] = []
    for await (const page of pages(world, asked)) for (const row of page) rows.push([...row] as PanelAnswer['rows'][0])
    return { ...(await frame(world, asked)), rows }
  }
  return { answer, frame, pages, table: { columns, rows: (panel: PanelAnswer) => panel.rows } }
}
