import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { AccessSettings } from '../service/access-settings.ts'

const halfAYear = 15_552_000

/**
 * What browsers are told to keep to. That a site is reached by HTTPS alone is only said where it is: said over HTTP, it
 * would lock out whoever asks a server on a machine of its own.
 */
export const safeHeaders = ({ https, cors }: Pick<AccessSettings, 'https' | 'cors'>): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https && { maxAge: halfAYear },
    crossOriginResourcePolicy: { policy: cors.length === 0 ? 'same-origin' : 'cross-origin' },
  })
