import { ServerResponse, IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { bornWith } from '../../src/http/born-with.ts'

/** Whether V8 has two objects as ones of the same shape: then what it has learnt of one holds for the other. */
const shapeTest = (): ((one: object, other: object) => boolean) => {
  setFlagsFromString('--allow-natives-syntax')
  return new Function('one', 'other', 'return %HaveSameMap(one, other)') as (one: object, other: object) => boolean
}

describe('a response that is made with the prototype of an app', () => {
  const app = express()
  const Response = bornWith(ServerResponse, app.response)
  app.response = Response.prototype as express.Response
  const born = (): ServerResponse => new Response(new IncomingMessage(new Socket()))
  const made = born()
  it('has it from the first, and is what Node makes all the same', () => {
    expect(Object.getPrototypeOf(made)).toBe(app.response)
    expect(made).toBeInstanceOf(ServerResponse)
    expect(made.statusCode).toBe(200)
  })
  it('can do what Express gives to responses', () => {
    const { status } = made as unknown as express.Response
    status.call(made as unknown as express.Response, 404)
    expect(made.statusCode).toBe(404)
  })
  it('is of one shape with the next', () => {
    const areAlike = shapeTest()
    expect(areAlike(born(), born())).toBe(true)
    expect(areAlike(born(), new ServerResponse(new IncomingMessage(new Socket())))).toBe(false)
  })
})
