import { fileOf } from '../../src/workspace/settings.ts'

/** A way through all facts of a log; `run` says how many there were. */
export interface Scan {
  readonly run: () => Promise<number>
  readonly close: () => Promise<void>
}

/**
 * The bare way through a log: SQL where it is a file, else the server's own client. Some ways must be told how many
 * facts there are.
 */
export const scanOf = async (place: string, logName: string, how: string, facts = 0): Promise<Scan> => {
  const file = fileOf(place)
  if (file !== undefined) return (await import('./scan-sqlite.ts')).scanSqlite(file)
  return (await import('./scan-server.ts')).scanServer(place, logName, how, facts)
}
