import { Agent, get } from 'node:http'

const agent = new Agent({ keepAlive: true })

/**
 * How many milliseconds a server takes until the last byte of an answer is there. The bytes are read and let go: what a
 * client makes of them takes the server no time. Throws where it answers none.
 */
export const timed = (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    get(address, { agent }, (response) => {
      const { statusCode = 0 } = response
      if (statusCode !== 200) reject(new Error(`${address} was answered with ${statusCode}`))
      response.once('error', reject)
      response.once('end', () => resolve(performance.now() - start))
      response.resume()
    }).once('error', reject)
  })
