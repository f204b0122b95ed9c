import { parquetChunks } from '../../src/exports/parquet.ts'
import type { AnswerTable } from '../../src/queries/question/question.ts'
import { collect } from '../support/collect.ts'

/** A table as the bytes of a Parquet file. */
export const parquetFile = async ({ columns, rows }: AnswerTable, rowsAtOnce?: number): Promise<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(await collect(parquetChunks(columns, [rows], {}, rowsAtOnce)))).buffer
