import { get } from 'node:http'
import { createGunzip } from 'node:zlib'
import { buffer } from 'node:stream/consumers'

/** What came, how long until the last byte of it, and how many bytes went over the wire. */
export interface Downloaded {
  readonly seconds: number
  readonly bytes: number
  readonly body: Buffer
}

/** Downloads what stands at an address, packed or not. Throws where it is not answered with 200. */
export const download = (address: string, packed: boolean): Promise<Downloaded> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const headers = packed ? { 'Accept-Encoding': 'gzip' } : {}
    get(address, { headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address} was answered with ${response.statusCode}`))
      let [bytes, seconds] = [0, 0]
      response.on('data', (piece: Buffer) => (bytes += piece.length))
      response.on('end', () => (seconds = (performance.now() - start) / 1_000))
      const plain = response.headers['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response
      buffer(plain).then((body) => resolve({ seconds, bytes, body }), reject)
    }).on('error', reject)
  })
