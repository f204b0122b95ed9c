import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Response } from 'express'
import type { Chunk } from '../../exports/write-answer.ts'
import type { Coding } from './entity-tag.ts'

/** Where the pieces of a body go. */
export interface Body {
  /** Resolves when the piece is used up: its memory may be used for something else then. */
  readonly write: (chunk: Chunk) => Promise<void>
  /** Resolves when all of it is with the response; that is ended by whoever began it. */
  readonly end: () => Promise<void>
}

/** Writes a body to a response in a coding, no faster than it is read. */
export const bodyOf = (response: Response, coding: Coding): Body => {
  if (coding === 'identity') return { write: (chunk) => written(response, response, chunk), end: async () => undefined }
  const packed = createGzip()
  // What cannot be sent any more is told by the write that waits for it.
  packed.on('error', () => undefined)
  packed.on('data', (piece: Buffer) => {
    if (response.write(piece)) return
    packed.pause()
    response.once('drain', () => packed.resume())
  })
  response.once('close', () => packed.destroy())
  return {
    write: (chunk) => written(packed, response, chunk),
    end: async () => {
      packed.end()
      await finished(packed, { writable: false })
    },
  }
}

const written = (to: Writable, response: Response, chunk: Chunk): Promise<void> =>
  new Promise((resolve, reject) => {
    const hungUp = (): void => reject(new Error('the client hung up'))
    response.once('close', hungUp)
    to.write(chunk, (thrown) => {
      response.off('close', hungUp)
      if (thrown) reject(thrown)
      else resolve()
    })
  })
