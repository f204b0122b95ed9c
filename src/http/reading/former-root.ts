import type { RequestHandler } from 'express'
import { formerRoot, root } from '../service/paths.ts'

/** Since when the paths below `/api` are deprecated, and from when on they may be gone. */
const deprecatedOn = new Date('2026-11-28T00:00:00Z')
const goneFrom = new Date('2027-06-01T00:00:00Z')

/** What the paths of before say of themselves (RFC 9745, RFC 8594): where they went, and how long they stay. */
export const isFormer: RequestHandler = (request, response, next) => {
  if (request.path === formerRoot || request.path.startsWith(`${formerRoot}/`))
    response.set({
      Deprecation: `@${deprecatedOn.getTime() / 1_000}`,
      Sunset: goneFrom.toUTCString(),
      Link: `<${root}${request.originalUrl.slice(formerRoot.length)}>; rel="successor-version"`,
    })
  next()
}
