import type { Express, RequestHandler } from 'express'
import sirv from 'sirv'
import { packagePath } from '../../package/package-path.ts'

/** What is built under a name that holds a digest of it may be kept for as long as a cache likes. */
const named = /^\/assets\//

/**
 * The page, as it was built: compressed files where a browser takes them, the page itself asked for anew each time.
 * With `?embed` any site may show it in a frame: so it has no forms, and sends nothing.
 */
export const servePage = (app: Express): void => {
  app.get('/', mayBeFramed)
  app.use(
    sirv(packagePath('dist', 'web'), {
      brotli: true,
      gzip: true,
      etag: true,
      setHeaders: (response, pathname) =>
        response.setHeader('Cache-Control', named.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  )
}

const mayBeFramed: RequestHandler = (request, response, next) => {
  if (request.query['embed'] !== undefined) {
    const policy = String(response.get('Content-Security-Policy') ?? '')
    response.removeHeader('X-Frame-Options')
    response.set('Content-Security-Policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  }
  next()
}
