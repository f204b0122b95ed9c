import type { RequestHandler } from 'express'
import { closest } from '../../common/closest.ts'
import { notFound } from '../../common/error.ts'
import { root } from '../service/paths.ts'
import { Refusal } from './refusal.ts'

/** A path that is none of ours, with the one that was probably meant. */
export const noSuchPath = (known: readonly string[]): RequestHandler => {
  const listing = `${root} lists all questions.`
  return (request) => {
    const near =
      known.find((path) => path.length > root.length && request.path.startsWith(`${path}/`)) ??
      closest(request.path, known, 1)[0]
    throw notFound('no-such-path', `"${request.path}" is no path here.`, {
      hint: near === undefined ? listing : `Closest: ${near}; ${listing}`,
    })
  }
}

/** Stands behind the methods that a path has: every other one is refused. */
export const noOtherMethod = (...allowed: readonly string[]): RequestHandler => {
  const allow = allowed.includes('GET') ? [...allowed, 'HEAD'].join(', ') : allowed.join(', ')
  return (request, response) => {
    if (request.method === 'OPTIONS') return void response.set('Allow', allow).status(204).end()
    throw new Refusal(405, 'method-not-allowed', `${request.method} is not answered here.`, {
      headers: { Allow: allow },
      hint: `Expected one of: ${allow}.`,
    })
  }
}
