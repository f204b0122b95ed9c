import { startChild } from '../soak/child.ts'
import { residentMegabytes } from '../soak/resident.ts'
import { asked, pathOf } from './asked.ts'
import { timed } from './timed.ts'
import { askUnderLoad, type UnderLoad } from './under-load.ts'

/** Times of one question to a server, in milliseconds: the first, which finds nothing prepared, and those after it. */
export interface WarmTimes {
  readonly first: number
  readonly times: readonly number[]
}

/** What a server took, and how much memory it held in the end. */
export interface Warm {
  readonly questions: Readonly<Record<string, WarmTimes>>
  /** What took how long while many asked for panels. */
  readonly underLoad: UnderLoad
  readonly megabytes: number
}

/** How often each question is asked: so many times, but no longer than a while, save for the least. */
export interface HowOften {
  readonly most: number
  readonly least: number
}

const longEnough = 10_000

/** Asks one server over HTTP, one question after the other. */
export const askWarm = async (
  folder: string,
  { most, least }: HowOften,
  progress: (words: string) => void,
): Promise<Warm> => {
  const server = startChild('serve', ['--data', folder, 'serve', '--port', '0'], {})
  try {
    const address = await server.said('Listening on ')
    const questions: Record<string, WarmTimes> = {}
    for (const one of asked) {
      progress(`warm: ${one.name}`)
      const first = await timed(`${address}${pathOf(one)}`)
      const times: number[] = []
      const end = performance.now() + longEnough
      while (times.length < least || (times.length < most && performance.now() < end))
        times.push(await timed(`${address}${pathOf(one)}`))
      questions[one.name] = { first, times }
    }
    progress('beside ten clients that ask for a panel')
    const underLoad = await askUnderLoad(address)
    return { questions, underLoad, megabytes: residentMegabytes(server.pid) ?? Number.NaN }
  } finally {
    await server.stop()
  }
}
