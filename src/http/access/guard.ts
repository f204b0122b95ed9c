import type { Express } from 'express'
import type { Logger } from 'pino'
import type { AccessSettings } from '../service/access-settings.ts'
import { answerOtherOrigins } from './answer-other-origins.ts'
import { checkHost } from './check-host.ts'
import { identify, refuseBadToken } from './identify.ts'
import { limitBody } from './limit-body.ts'
import { limitRate } from './limit-rate.ts'
import { requireReader } from './require-reader.ts'
import { safeHeaders } from './safe-headers.ts'

/**
 * All that stands before the routes. A page of another origin hears of every refusal after its own; attempts with bad
 * tokens are counted as other requests are.
 */
export const guard = (app: Express, settings: AccessSettings, log: Logger): void => {
  const { trustedProxies, hosts, cors, perMinute, bodyLimit, openReading } = settings
  app.set('trust proxy', trustedProxies)
  app.use(safeHeaders(settings))
  app.use(checkHost(hosts))
  app.use(answerOtherOrigins(cors))
  app.use(identify(settings, log))
  app.use(limitRate(perMinute))
  app.use(refuseBadToken)
  if (!openReading) app.use(requireReader)
  app.use(limitBody(bodyLimit))
}
