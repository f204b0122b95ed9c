import type { NormtrailError } from '../common/error.ts'
import type { Generation, GenerationState, ReadModelEngine } from './engine.ts'
import type { GenerationRow } from './registry.ts'

/** What is listed of a read model, and who may read which of it. */
interface Listed {
  readonly shape: string
  readonly rows: readonly GenerationRow[]
  readonly serving: GenerationRow
  readonly bytesOf: (name: string) => Promise<number>
  readonly refusal: () => NormtrailError
}

/** The generation of a shape that serves, among those that are listed by shape and number. */
export const servingAmong = (rows: readonly GenerationRow[], shape: string): GenerationRow | undefined =>
  rows.findLast((row) => row.shape === shape && row.state === 'serving')

/** A read model as it stands: it is read, and nothing of it is made or changed. */
export const standingEngine = (
  { sql, close }: Pick<Generation, 'sql' | 'close'>,
  { shape, rows, serving, bytesOf, refusal }: Listed,
): ReadModelEngine => {
  const refused = () => Promise.reject(refusal())
  const generation: Generation = {
    name: serving.name,
    sql,
    write: refused,
    lateIndexes: async () => [],
    settle: async () => undefined,
    close,
  }
  return {
    shape,
    generation,
    sql,
    write: refused,
    newer: async () => undefined,
    use: () => undefined,
    build: refused,
    isBeside: async () => false,
    tidy: async () => undefined,
    generations: () => statesOf(rows, shape, bytesOf),
    close,
  }
}

/** What is known of each generation that is listed. */
export const statesOf = (
  rows: readonly GenerationRow[],
  shape: string,
  bytesOf: Listed['bytesOf'],
): Promise<readonly GenerationState[]> =>
  Promise.all(
    rows.map(async (row): Promise<GenerationState> => ({
      name: row.name,
      shape: row.shape,
      state: row.state as GenerationState['state'],
      begunAt: row.begun_at,
      bytes: await bytesOf(row.name),
      readable: row.shape === shape,
      used: row === servingAmong(rows, shape),
    })),
  )

/** What is found of a read model by looking at it, also where there is none yet. */
export interface Look {
  /** The version of the database, and by how many seconds its clock is off, where it has one of its own. */
  readonly database: { readonly version: string; readonly secondsOff: number | undefined } | undefined
  readonly shape: string
  /** Also those that other versions have made. */
  readonly generations: readonly GenerationState[]
  /** Undefined where no generation of this version's shape serves. */
  readonly engine: ReadModelEngine | undefined
  readonly close: () => Promise<void>
}
