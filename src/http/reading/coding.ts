import type { Request } from 'express'
import type { Format } from '../../exports/format.ts'
import type { Coding } from './entity-tag.ts'

/** In which coding an answer goes: packed where the client takes that. Parquet is packed already, column by column. */
export const codingFor = (request: Request, format: Format): Coding => {
  if (format === 'parquet') return 'identity'
  return request.acceptsEncodings('gzip', 'identity') === 'gzip' ? 'gzip' : 'identity'
}
