import type { Express, Response } from 'express'
import sirv from 'sirv'
import { packagePath } from '../../package/package-path.ts'

/** What is built under a name that holds a digest of it may be kept for as long as a cache likes. */
const named = /^\/assets\//

/**
 * The page, as it was built: compressed files where a browser takes them, the page itself asked for anew each time.
 * With `?embed` any site may show it in a frame: so it has no forms, and sends nothing.
 */
export const servePage = (app: Express): void => {
  const files = sirv(packagePath('dist', 'web'), {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, pathname) =>
      response.setHeader('Cache-Control', named.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  app.use((request, response, next) => {
    // A file can be had, and nothing else be done with it.
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    if (request.path === '/' && request.query['embed'] !== undefined) letFrame(response)
    // A file is sent whole: of a range that ends before it begins, the answer would be cut off.
    delete request.headers.range
    return files(request, response, next)
  })
}

const letFrame = (response: Response): void => {
  const policy = String(response.get('Content-Security-Policy') ?? '')
  response.removeHeader('X-Frame-Options')
  response.set('Content-Security-Policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
}
