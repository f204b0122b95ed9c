import type { RequestHandler } from 'express'
import { formerRoot, root } from '../service/paths.ts'
import { beforeHead } from './before-head.ts'
import { requireScope } from './require-scope.ts'

const guarded = new RegExp(`^(?:${root}|${formerRoot}|/metrics)(?:/|$)`, 'i')

/**
 * Where reading wants a token: of all that tells what the log holds. The page, the OpenAPI document and whether the
 * server is well tell nothing of it. What was answered to one reader is kept by no cache that others share.
 */
export const requireReader: RequestHandler = (request, response, next) => {
  if (!guarded.test(request.path)) return next()
  beforeHead(response, () => {
    const said = response.get('Cache-Control')
    if (said !== undefined) response.set('Cache-Control', said.replace(/\bpublic\b/i, 'private'))
    response.vary('Authorization')
  })
  return requireScope('read')(request, response, next)
}
