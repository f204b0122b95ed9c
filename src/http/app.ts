import express, { type Express } from 'express'
import { guard } from './access/guard.ts'
import type { Feed } from './feed/feed.ts'
import { routeFeed } from './feed/feed-route.ts'
import { watchTokens } from './feed/watch-tokens.ts'
import { routeHealth } from './operation/health.ts'
import { measureRequests, metricsOf, routeMetrics } from './operation/metrics.ts'
import { nameRequest } from './operation/request-id.ts'
import { logRequests } from './operation/request-log.ts'
import { indexOf } from './openapi/api-index.ts'
import { routeDocument } from './openapi/route-document.ts'
import { noOtherMethod, noSuchPath } from './problems/not-answered.ts'
import { servePage } from './page/serve-page.ts'
import { problemHandler } from './problems/problem-handler.ts'
import { refuseTooLong } from './problems/too-long.ts'
import { routeRecording } from './recording/route-recording.ts'
import { readEnding } from './reading/ending.ts'
import { isFormer } from './reading/former-root.ts'
import { routeQuestions } from './reading/route-questions.ts'
import { accessOnThisMachine } from './service/access-settings.ts'
import { documentPaths, formerRoot, root } from './service/paths.ts'
import { otherPaths, servedPaths } from './served-paths.ts'
import type { Service } from './service/service.ts'

/** What the app is made from, and the feed, where there is one. */
export interface Served extends Service {
  readonly feed?: Feed | undefined
}

/** The questions as resources, the log as it goes on, and the page. */
export const appOf = (service: Served): Express => {
  const { questions, access = accessOnThisMachine } = service
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(nameRequest)
  app.use(logRequests(service.log))
  app.use(measureRequests(metricsOf(service)))
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  guard(app, access, service.log)
  app.use(refuseTooLong)
  routeHealth(app, service)
  routeMetrics(app, metricsOf(service))
  if (service.feed !== undefined)
    routeFeed(app, service.feed, { metrics: metricsOf(service), watchToken: watchTokens(access.tokens, service.log) })
  app.use(isFormer)
  app.use(readEnding(documentPaths))
  if (service.recording !== undefined)
    routeRecording(app, {
      recording: service.recording,
      bodyLimit: access.bodyLimit,
      requireIfMatch: service.requireIfMatch === true,
    })
  for (const under of [root, formerRoot]) {
    app.get(under, (_request, response) => void response.json(indexOf(questions, under)))
    routeQuestions(app, service, under)
  }
  routeDocument(app, service)
  // After the questions: for each it would look for a file first.
  servePage(app)
  app.all([...otherPaths], noOtherMethod('GET'))
  app.use(noSuchPath(servedPaths(service)))
  app.use(problemHandler(service.log))
  return app
}
