import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import { percentile } from '../percentile.ts'

/** How a server fared under a steady rate of requests. */
export interface Fared {
  readonly rate: number
  readonly answered: number
  readonly refused: number
  /** In milliseconds. */
  readonly p50: number
  readonly p99: number
}

/**
 * When requests come. A client of autocannon sends those of a second one behind the other, as fast as they are
 * answered, and then waits for the next second. `evenly`: clients begin one after the other, so that requests come all
 * through the second, as those of many people do; `together`: all begin at once, so that as many wait for each other
 * as there are clients.
 */
export type Arrival = 'evenly' | 'together'

export interface Firing {
  readonly rate: number
  readonly seconds: number
  readonly clients: number
  readonly arrival: Arrival
}

/**
 * So many requests a second, for so many seconds. What is waited for in a client's own queue is no time of the server:
 * it is seen in how many were answered.
 */
export const fire = async (
  address: string,
  paths: readonly string[],
  { rate, seconds, clients, arrival }: Firing,
): Promise<Fared> => {
  const times: number[] = []
  const client = async (nth: number): Promise<autocannon.Result> => {
    if (arrival === 'evenly') await wait((1_000 * nth) / clients)
    const first = Math.floor((paths.length * nth) / clients)
    const asked = {
      url: address,
      connections: 1,
      duration: seconds,
      overallRate: rate / clients,
      ignoreCoordinatedOmission: true,
      requests: [...paths.slice(first), ...paths.slice(0, first)].map((path) => ({ path })),
    }
    return new Promise((resolve, reject) => {
      const run = autocannon(asked, (thrown: unknown, result) => (thrown ? reject(thrown) : resolve(result)))
      run.on('response', (_client, _status, _bytes, time) => times.push(time))
    })
  }
  const results = await Promise.all(Array.from({ length: clients }, (_, nth) => client(nth)))
  const sum = (of: (result: autocannon.Result) => number): number =>
    results.reduce((total, result) => total + of(result), 0)
  return {
    rate,
    answered: sum(({ requests }) => requests.total),
    refused: sum(({ non2xx, errors }) => non2xx + errors),
    p50: percentile(times, 50),
    p99: percentile(times, 99),
  }
}
