import type { Pool } from 'pg'
import type { Run } from './dialect.ts'
import { parametersWithoutNul } from './nul.ts'
import { persistently } from './unavailable.ts'
import type { PostgresServer } from './server.ts'

/** The database holds questions to it, so that a question may be asked twice. */
export const readerSettings = ['SET default_transaction_read_only = on'] as const

/** Each statement by itself, on any connection; once more where the connection fails. */
export const readIn = (server: PostgresServer, pool: Pool): Run =>
  ((sql, parameters) => {
    if (/^\s*(begin|start transaction)/i.test(sql))
      throw new Error('questions are asked one statement at a time: a transaction belongs in write()')
    return persistently(server.name, () => pool.query(sql, parametersWithoutNul(parameters)))
  }) as Run
