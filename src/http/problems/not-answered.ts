import type { RequestHandler } from 'express'
import { closest } from '../../common/closest.ts'
import { notFound } from '../../common/error.ts'
import { root } from '../service/paths.ts'
import { Refusal } from './refusal.ts'

/** A path that is none of ours, with the one that was probably meant. */
export const noSuchPath = (known: readonly string[]): RequestHandler => {
  const listing = `${root} lists all questions.`
  return (request) => {
    const near = nearest(request.path, known)
    throw notFound('no-such-path', `"${request.path}" is no path here.`, {
      hint: near === undefined ? listing : `Closest: ${near}; ${listing}`,
    })
  }
}

const nearest = (asked: string, known: readonly string[]): string | undefined =>
  closest(asked, patternsFor(asked, known), 1)[0] ??
  known.find((path) => path.length > root.length && asked.startsWith(`${path}/`)) ??
  closest(asked, known, 1)[0]

/** Paths of as many parts that hold something of whoever asks, with what was asked in its place. */
const patternsFor = (asked: string, known: readonly string[]): readonly string[] => {
  const parts = asked.split('/')
  return known
    .map((path) => path.split('/'))
    .filter((path) => path.length === parts.length && path.some(isParameter))
    .map((path) => path.map((part, at) => (isParameter(part) ? parts[at] : part)).join('/'))
}

const isParameter = (part: string): boolean => part.startsWith(':')

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
