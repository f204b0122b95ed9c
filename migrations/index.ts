import type { Migration } from 'kysely'
import * as readModel from './0001-read-model.ts'

/** The read model's schema, step by step. Numbered, forward only. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-read-model': readModel,
}
