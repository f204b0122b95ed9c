import { exitOf } from './exit.ts'
import type { House } from './house.ts'
import { isClosedPipe } from './output.ts'
import { programOf } from './program.ts'

/** Runs one command line, without the name of the program. Gives the exit code; never throws. */
export const run = async (args: readonly string[], house: House): Promise<number> => {
  const { stdout, stderr, env } = house.terminal
  // A reader that has seen enough (`| head`) closes the pipe: that is no failure, whenever it comes.
  const onError = (thrown: unknown): void => {
    if (!isClosedPipe(thrown)) throw thrown
  }
  stdout.on('error', onError)
  try {
    await programOf(house).parseAsync([...args], { from: 'user' })
    return 0
  } catch (thrown) {
    if (isClosedPipe(thrown)) return 0
    const { code, report } = exitOf(thrown, env['NORMTRAIL_DEBUG'] !== undefined && env['NORMTRAIL_DEBUG'] !== '')
    if (report !== undefined) stderr.write(`${report}\n`)
    return code
  }
}
