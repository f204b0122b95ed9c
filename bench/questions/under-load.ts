import { setTimeout as sleep } from 'node:timers/promises'
import { asked, pathOf } from './asked.ts'
import { timed } from './timed.ts'

/** What is asked beside the panels, and how many milliseconds each answer took. */
export type UnderLoad = Readonly<Record<string, readonly number[]>>

const clients = 10
const rounds = 100
const pause = 20

const named = (name: string): string => {
  const one = asked.find((each) => each.name === name)
  if (one === undefined) throw new Error(`nothing is asked of the name "${name}"`)
  return pathOf(one)
}

/** Asks a server for its health and a status, a hundred times, while ten clients ask for a panel again and again. */
export const askUnderLoad = async (address: string): Promise<UnderLoad> => {
  const over = new AbortController()
  const panel = `${address}${named('panel exposure')}`
  const asking = Array.from({ length: clients }, async () => {
    while (!over.signal.aborted) await timed(panel)
  })
  const beside = new Map([
    ['healthz', '/healthz'],
    ['readyz', '/readyz'],
    ['status', named('status')],
  ])
  const times = new Map([...beside.keys()].map((name): [string, number[]] => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    await sleep(pause)
    for (const [name, path] of beside) times.get(name)?.push(await timed(`${address}${path}`))
  }
  over.abort()
  await Promise.all(asking)
  return Object.fromEntries(times)
}
