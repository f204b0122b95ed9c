import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLog } from '../../src/workspace/engines.ts'
import { inFolder as settingsIn } from '../../src/workspace/settings.ts'
import { followers, type Followers } from '../feed/followers.ts'
import { stallingClient } from '../feed/stalling-client.ts'
import { appendLines } from '../feed/append-lines.ts'
import { inFolder } from '../in-folder.ts'
import { numberOption, option } from '../options.ts'
import { percentile } from '../percentile.ts'
import { startChild, type Child } from '../soak/child.ts'
import { cpuSecondsOf, residentOf } from '../feed/process-cost.ts'

const say = (words: string): void => void process.stdout.write(`${words}\n`)

/**
 * The feed under load: many clients follow one log while events are appended by another process than the server, which
 * is stopped and started in the middle; one client never reads. Each must have had every event once, in order.
 */
export const feed = async (): Promise<void> => {
  const source = option('data')
  if (source === undefined) throw new Error('--data needs a folder with a log in it')
  const [clients, commits] = [numberOption('clients', 200), numberOption('commits', 300)]
  await inFolder(async (place) => {
    const folder = join(place, 'data')
    cpSync(source, folder, { recursive: true })
    const log = await openLog(settingsIn(folder))
    const start = (await log.head()).ordinal
    const serve = (port: string): Child => startChild('serve', ['serve', '--port', port], { NORMTRAIL_DATA: folder })
    let server = serve('0')
    let all: Followers | undefined
    try {
      const address = await server.said('Listening on ')
      const { port } = new URL(address)
      all = followers(address, clients, start)
      await all.joined()
      const stalled = await stallingClient(address)
      const cpu = cpuSecondsOf(server.pid)
      const began = performance.now()
      await appendLines(log, commits, all.appended)
      await all.reached(start + commits)
      const seconds = (performance.now() - began) / 1_000
      const cost = { cpu: (cpuSecondsOf(server.pid) - cpu) / seconds, rss: residentOf(server.pid) }
      const live = all.latencies().slice()
      say(`live: ${commits} commits to ${clients} clients in ${seconds.toFixed(1)} s`)
      const stopped = server.stop()
      await appendLines(log, commits, () => {})
      await stopped
      server = serve(port)
      await server.said('Listening on ')
      const again = performance.now()
      await appendLines(log, commits, () => {})
      await all.reached(start + 3 * commits)
      const caughtUp = (performance.now() - again) / 1_000
      await sleep(200)
      const faults = all.faults(start, start + 3 * commits)
      stalled.destroy()
      const result = {
        clients,
        events: 3 * commits,
        start,
        p50: Math.round(percentile(live, 50)),
        p99: Math.round(percentile(live, 99)),
        cpu: Number(cost.cpu.toFixed(2)),
        rssMb: Math.round(cost.rss),
        caughtUpSeconds: Number(caughtUp.toFixed(1)),
        wrong: faults.length,
      }
      for (const fault of faults.slice(0, 5)) say(fault)
      say(JSON.stringify(result))
      if (faults.length > 0) process.exitCode = 1
    } finally {
      all?.leave()
      await server.stop()
      await log.close()
    }
  })
}
