import type { Writable } from 'node:stream'
import { exitOf } from './context/exit.ts'
import type { CliContext } from './context/cli-context.ts'
import { isClosedPipe } from './context/output.ts'
import { programOf } from './program.ts'
import { writeFailure } from './context/write-failure.ts'

/** Runs one command line, without the name of the program. Gives the exit code; never throws. */
export const run = async (args: readonly string[], house: CliContext): Promise<number> => {
  const { stdout, stderr, env } = house.terminal
  // A reader that has seen enough (`| head`) closes the pipe: that is no failure, whenever it comes.
  let failure: unknown
  stdout.on('error', (thrown: unknown) => {
    if (!isClosedPipe(thrown)) failure ??= writeFailure(thrown, 'the output')
  })
  // Where nobody hears of it, there is nobody to tell.
  stderr.on('error', () => undefined)
  const fail = (thrown: unknown): number => {
    const { code, report } = exitOf(thrown, env['NORMTRAIL_DEBUG'] !== undefined && env['NORMTRAIL_DEBUG'] !== '')
    if (report !== undefined) stderr.write(`${report}\n`)
    return code
  }
  const code = await programOf(house)
    .parseAsync([...args], { from: 'user' })
    .then(
      () => 0,
      (thrown: unknown) => (isClosedPipe(thrown) ? 0 : fail(thrown)),
    )
  await written(stdout)
  return code === 0 && failure !== undefined ? fail(failure) : code
}

/** When all that was written before is out, or cannot be. */
const written = (stream: Writable): Promise<void> =>
  new Promise((done) => {
    if (stream.destroyed || stream.writableEnded) return done()
    stream.write('', () => setImmediate(done))
  })
