import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface StandIn {
  readonly connection: string
  readonly stop: () => Promise<void>
}

/** How long a server may take to end before it is killed. */
const patience = 20_000

/** Starts a server of our own in a process group of its own, so that Ctrl-C leaves it to us to stop it last. */
export const startStandIn = (kind: 'log' | 'postgres'): Promise<StandIn> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('stand-in-process.js', import.meta.url)), kind], {
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NORMTRAIL_TEST_PG: '' },
    })
    const ended = new Promise<void>((end) => child.once('exit', () => end()))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the stand-in for the ${kind} ended with ${code}`)))
    child.once('message', (said: { connection: string }) =>
      resolve({
        connection: said.connection,
        stop: async () => {
          const timer = setTimeout(() => child.kill('SIGKILL'), patience)
          if (child.connected) child.disconnect()
          await ended
          clearTimeout(timer)
        },
      }),
    )
  })
