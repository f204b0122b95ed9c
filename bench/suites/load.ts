import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { inFolder } from '../in-folder.ts'
import { bareServer } from '../load/bare-server.ts'
import { fire, type Arrival, type Fared } from '../load/fire.ts'
import { exposurePaths, statusPaths } from '../load/paths.ts'
import { numberOption, option } from '../options.ts'
import { say } from '../report.ts'
import { startChild } from '../soak/child.ts'
import { residentMegabytes } from '../soak/resident.ts'

const root = '/v1'
const clients = 20
/** Of a large answer, few are asked for. */
const exposures = { rate: 10, clients: 10 }
/** For so many seconds a question is asked before it is measured: what V8 compiles meanwhile, it compiles once. */
const beforehand = 3
/** Events that somebody else appends each second, so that the projector is always catching up. */
const appends = 5

/**
 * One server under load, on a copy of the data of a folder, while another process appends to its log: statuses and
 * explanations at 500 requests a second, exposures at 10, beside a bare server that answers with a text at 500. All
 * come evenly first, and then together.
 */
export const load = async (): Promise<void> => {
  const from = option('data')
  if (from === undefined) throw new Error('--data needs a folder with a log in it')
  const rate = numberOption('rate', 500)
  const seconds = numberOption('seconds', 20)
  await inFolder(async (folder) => {
    cpSync(from, folder, { recursive: true })
    const bare = await bareServer('x'.repeat(600))
    const shortly = Math.min(seconds, 10)
    const floor = await fire(bare.address, ['/'], { rate, seconds: shortly, clients, arrival: 'evenly' })
    await bare.stop()
    const server = startChild('serve', ['--data', folder, 'serve', '--port', '0'], {})
    const address = await server.said('Listening on ')
    const writer = startWriter(folder)
    try {
      const many = { rate, clients }
      const asked = [
        { name: 'status', paths: statusPaths(root), ...many },
        { name: 'explain', paths: statusPaths(`${root}/explain`), ...many },
        { name: 'exposure', paths: exposurePaths(root), ...exposures },
      ]
      const fared = async (arrival: Arrival): Promise<Readonly<Record<string, Fared>>> => {
        const found: Record<string, Fared> = {}
        for (const { name, paths, ...how } of asked) {
          await fire(address, paths, { ...how, seconds: beforehand, arrival })
          found[name] = await fire(address, paths, { ...how, seconds, arrival })
        }
        return found
      }
      const evenly = await fared('evenly')
      const together = await fared('together')
      report({ floor, ...evenly }, together, residentMegabytes(server.pid) ?? Number.NaN)
    } finally {
      say(`beside it: ${await writer.stop()}`)
      await server.stop()
    }
  })
}

/** Appends in a process of its own: each append waits for the disk. */
const startWriter = (folder: string): { stop: () => Promise<string> } => {
  const program = fileURLToPath(new URL('../load/appending.js', import.meta.url))
  const child = spawn(process.execPath, [program, folder, String(appends)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = text(child.stdout)
  return {
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'close')
      return (await said).trim()
    },
  }
}

const report = (
  evenly: Readonly<Record<string, Fared>> & { readonly floor: Fared },
  together: Readonly<Record<string, Fared>>,
  rss: number,
): void => {
  const { floor } = evenly
  const rows = [
    ...Object.entries(evenly),
    ...Object.entries(together).map(([name, fared]) => [`${name}, together`, fared] as const),
  ]
  for (const [name, { rate, answered, refused, p50, p99 }] of rows)
    say(
      `${name.padEnd(20)} ${rate}/s  ${answered} answered, ${refused} refused` +
        `  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ${(p99 / floor.p99).toFixed(1)} of the bare server's`,
    )
  say(JSON.stringify({ ...evenly, together, rss }))
}
