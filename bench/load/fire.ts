import autocannon from 'autocannon'

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
 * So many requests a second, for so many seconds. What is waited for in a client's own queue is no time of the server:
 * it is seen in how many were answered.
 */
export const fire = async (
  address: string,
  paths: readonly string[],
  { rate, seconds, connections }: { rate: number; seconds: number; connections: number },
): Promise<Fared> => {
  const { latency, requests, non2xx, errors } = await autocannon({
    url: address,
    connections,
    duration: seconds,
    overallRate: rate,
    ignoreCoordinatedOmission: true,
    requests: paths.map((path) => ({ path })),
  })
  return { rate, answered: requests.total, refused: non2xx + errors, p50: latency.p50, p99: latency.p99 }
}
