import { fileOf } from '../../src/workspace/settings.ts'
import type { Scan } from './a-scan.ts'

/**
 * The bare way through a log: SQL where it is a file, else the server's own client. Some ways must be told how many
 * facts there are.
 */
export const scanOf = async (place: string, logName: string, how: string, facts = 0): Promise<Scan> => {
  const file = fileOf(place)
  if (file !== undefined) return (await import('./scan-sqlite.ts')).scanSqlite(file)
  return (await import('./scan-server.ts')).scanServer(place, logName, how, facts)
}
