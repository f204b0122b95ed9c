import { ServerResponse, IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { bornWith } from '../../src/http/born-with.ts'

describe('a response that is made with the prototype of an app', () => {
  const { response: prototype } = express()
  const Response = bornWith(ServerResponse, prototype)
  const made = new Response(new IncomingMessage(new Socket()))
  it('has it from the first, and is what Node makes all the same', () => {
    expect(Object.getPrototypeOf(made)).toBe(prototype)
    expect(made).toBeInstanceOf(ServerResponse)
    expect(made.statusCode).toBe(200)
  })
  it('can do what Express gives to responses', () => {
    const { status } = made as unknown as express.Response
    status.call(made as unknown as express.Response, 404)
    expect(made.statusCode).toBe(404)
  })
})
