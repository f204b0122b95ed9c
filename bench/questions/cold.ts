import { fileURLToPath } from 'node:url'
import { asked, commandOf } from './asked.ts'
import { timeProcess } from './process-time.ts'

const program = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url))
const bare = fileURLToPath(new URL('read-bare.js', import.meta.url))

/** Times of new processes, in seconds: an empty one, each command, a bare read of the rows of each question. */
export interface ColdTimes {
  readonly node: readonly number[]
  readonly commands: ReadonlyMap<string, readonly number[]>
  readonly bare: ReadonlyMap<string, readonly number[]>
}

/** A command of a folder, and the file that lists what it reads. */
export interface ColdInput {
  readonly folder: string
  readonly database: string
  readonly readsOf: (name: string) => string
}

/** Starts a new process for each, round by round, so that all are measured at the same load of the machine. */
export const askCold = async (
  { folder, database, readsOf }: ColdInput,
  rounds: number,
  progress: (words: string) => void,
): Promise<ColdTimes> => {
  const node: number[] = []
  const commands = new Map<string, number[]>()
  const bareTimes = new Map<string, number[]>()
  const add = (to: Map<string, number[]>, name: string, seconds: number): void =>
    void to.set(name, [...(to.get(name) ?? []), seconds])
  for (let round = 1; round <= rounds; round += 1) {
    for (const one of asked) {
      progress(`cold, round ${round} of ${rounds}: ${one.name}`)
      node.push((await timeProcess('-e', '0')).seconds)
      add(bareTimes, one.name, (await timeProcess(bare, database, readsOf(one.name))).seconds)
      add(commands, one.name, (await timeProcess(program, '--data', folder, ...commandOf(one))).seconds)
    }
    add(commands, 'version', (await timeProcess(program, '--version')).seconds)
    add(commands, 'help', (await timeProcess(program, '--help')).seconds)
  }
  return { node, commands, bare: bareTimes }
}

/** The times of a bare read in a process that goes on, in milliseconds; the first one, which warms up, left out. */
export const readBareWarm = async (database: string, reads: string, times: number): Promise<readonly number[]> => {
  const { out } = await timeProcess(bare, database, reads, String(times + 1))
  return (JSON.parse(out) as readonly number[]).slice(1)
}
