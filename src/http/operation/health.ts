import type { Express } from 'express'
import { version } from '../../package/version.ts'
import type { Service } from '../service/service.ts'
import { warnedOf } from './unfinished.ts'

/** `/healthz` and `/readyz`: whether it is well, and whether to send it questions now. */
export const routeHealth = (app: Express, { workspace, answering }: Pick<Service, 'workspace' | 'answering'>): void => {
  app.get('/healthz', async (_request, response) => {
    await workspace.check()
    const unfinished = await warnedOf(workspace, response)
    const { ordinal } = await workspace.log.head()
    // Well enough to be asked, all the same: who restarts what is not well would end no import by it.
    response.json({
      status: unfinished === undefined ? 'ok' : 'unfinished-load',
      version,
      ordinal,
      ...(unfinished !== undefined && { unfinished }),
    })
  })
  // It is well all the same while it catches up, or has its hands full.
  app.get('/readyz', async (_request, response) => {
    await workspace.check()
    const hindrance = await answering.hindrance()
    if (hindrance === undefined) return void response.json({ status: 'ready', version })
    response.set('Retry-After', String(hindrance.retryAfter)).status(503).json({ status: hindrance.status, version })
  })
}
