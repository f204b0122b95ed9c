import { cpSync } from 'node:fs'
import { inFolder } from '../in-folder.ts'
import { bareServer } from '../load/bare-server.ts'
import { fire, type Fared } from '../load/fire.ts'
import { exposurePaths, statusPaths } from '../load/paths.ts'
import { numberOption, option } from '../options.ts'
import { say } from '../report.ts'
import { startChild } from '../soak/child.ts'
import { residentMegabytes } from '../soak/resident.ts'
import { startWriter } from '../soak/writer.ts'
import { openLog } from '../../src/workspace/engines.ts'
import { inFolder as settingsIn } from '../../src/workspace/settings.ts'

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
    const log = await openLog(settingsIn(folder))
    const writer = startWriter(log, { logName: 'main', rate: appends })
    try {
      const asked = { status: statusPaths(root), explain: statusPaths(`${root}/explain`) }
      // What nobody has asked for yet is made once: a server that has just begun is not what is measured.
      await fire(address, [...asked.status.slice(0, 100), ...exposurePaths(root)], { rate: 20, seconds: 10, connections })
      const status = await fire(address, asked.status, { rate, seconds, connections })
      const explain = await fire(address, asked.explain, { rate, seconds, connections })
      const exposure = await fire(address, exposurePaths(root), { rate: 10, seconds, connections: 2 })
      report({ floor, status, explain, exposure }, residentMegabytes(server.pid) ?? Number.NaN)
    } finally {
      await writer.stop()
      await log.close()
      await server.stop()
    }
  })
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
