import { askWarm, type Warm } from '../questions/warm.ts'

/**
 * Asks one server over HTTP. In a process of its own: what a client did before weighs on its memory, and where it
 * collects that, with the server on two processors, the answer that it waits for seems to take twice as long.
 */
export const askWarmAlone = (folder: string, most: string, least: string): Promise<Warm> =>
  askWarm(folder, { most: Number(most), least: Number(least) }, (words) => void process.stderr.write(`${words}\n`))
