import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { inFolder } from '../in-folder.ts'
import { bareServer } from '../load/bare-server.ts'
import { fire, type Fared } from '../load/fire.ts'
import { exposurePaths, statusPaths } from '../load/paths.ts'
import { numberOption, option } from '../options.ts'
import { say } from '../report.ts'
import { timed } from '../questions/timed.ts'
import { startChild } from '../soak/child.ts'
import { residentMegabytes } from '../soak/resident.ts'

const root = '/v1'
const connections = 10
/** Events that somebody else appends each second, so that the projector is always catching up. */
const appends = 5

/**
 * One server under load, on a copy of the data of a folder, while another process appends to its log: statuses and
 * explanations at 500 requests a second, exposures at 10, beside a bare server that answers with a text at 500.
 */
export const load = async (): Promise<void> => {
  const from = option('data')
  if (from === undefined) throw new Error('--data needs a folder with a log in it')
  const rate = numberOption('rate', 500)
  const seconds = numberOption('seconds', 20)
  await inFolder(async (folder) => {
    cpSync(from, folder, { recursive: true })
    const bare = await bareServer('x'.repeat(600))
    const floor = await fire(bare.address, ['/'], { rate, seconds: Math.min(seconds, 10), connections })
    await bare.stop()
    const server = startChild('serve', ['--data', folder, 'serve', '--port', '0'], {})
    const address = await server.said('Listening on ')
    const writer = startWriter(folder)
    try {
      const asked = { status: statusPaths(root), explain: statusPaths(`${root}/explain`) }
      // What nobody has asked for yet is made once: a server that has just begun is not what is measured.
      for (const path of [...exposurePaths(root).slice(0, 4), ...asked.status.slice(0, 100)])
        await timed(address + path)
      const status = await fire(address, asked.status, { rate, seconds, connections })
      const explain = await fire(address, asked.explain, { rate, seconds, connections })
      const exposure = await fire(address, exposurePaths(root), { rate: 10, seconds, connections: 2 })
      report({ floor, status, explain, exposure }, residentMegabytes(server.pid) ?? Number.NaN)
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

const report = (all: Readonly<Record<'floor' | 'status' | 'explain' | 'exposure', Fared>>, rss: number): void => {
  const { floor } = all
  for (const [name, { rate, answered, refused, p50, p99 }] of Object.entries(all))
    say(
      `${name.padEnd(10)} ${rate}/s  ${answered} answered, ${refused} refused` +
        `  p50 ${p50} ms  p99 ${p99} ms  ${(p99 / floor.p99).toFixed(1)} of the bare server's`,
    )
  say(JSON.stringify({ ...all, rss }))
}
