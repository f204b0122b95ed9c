import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import type { TableRead } from './reader.ts'

const run = promisify(execFile)

/** Whether a command ends well. */
export const works = (command: string, args: readonly string[], env = process.env): boolean =>
  spawnSync(command, args, { env }).status === 0

/** What a script says of the table that it read: one JSON document, the last line that it prints. */
export const told = async (command: string, args: readonly string[], folder: string): Promise<TableRead> => {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const { stdout } = await run(command, [...args], { cwd: folder, env, maxBuffer: 2 ** 26 })
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as TableRead
}
