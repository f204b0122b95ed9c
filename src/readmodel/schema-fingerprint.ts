import { hash } from 'node:crypto'
import { folds } from '../../projections/index.ts'
import { foldsVersion } from '../../projections/version.ts'
import { definitionInSqlite } from './definition.ts'

/** Raised when a checkpoint says something else of the log: since 2, it names its history. */
const checkpointForm = 2

let known: Promise<string> | undefined

const makeShape = async (): Promise<string> => {
  const { tables, lateIndexes } = await definitionInSqlite()
  const made = folds.map(({ name, reads, table, columns }) => ({ name, reads, table, columns }))
  return hash('sha256', JSON.stringify({ foldsVersion, checkpointForm, tables, lateIndexes, made }), 'hex').slice(0, 8)
}

/**
 * The shape of the read model: eight hexadecimal digits over all that decides which rows a log becomes. These are the
 * tables, the folds with their columns, and the number that is raised by hand when the folds make other rows. The same
 * on every engine.
 */
export const shapeOfThisVersion = (): Promise<string> => (known ??= makeShape())
