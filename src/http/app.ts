import express, { type Express } from 'express'
import { packagePath } from '../package/package-path.ts'
import { indexOf } from './api-index.ts'
import { openApiOf } from './openapi.ts'
import { noSuchPath, onlyReading, problemHandler } from './problem.ts'
import { routeQuestion } from './question-route.ts'
import { logRequests } from './request-log.ts'
import type { Service } from './service.ts'
import { warnedOf } from './unfinished.ts'
import { version } from '../package/version.ts'

const pagePolicy =
  "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** The questions as resources, and the page. It only reads. */
export const appOf = (service: Service): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(logRequests(service.log))
  app.use(onlyReading)
  app.use((_request, response, next) => {
    response.set({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': pagePolicy,
      'Referrer-Policy': 'no-referrer',
    })
    next()
  })
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  app.get('/healthz', async (_request, response) => {
    await service.workspace.check()
    const unfinished = await warnedOf(service.workspace, response)
    const { ordinal } = await service.workspace.log.head()
    // Well enough to be asked, all the same: who restarts what is not well would end no import by it.
    response.json({
      status: unfinished === undefined ? 'ok' : 'unfinished-load',
      version,
      ordinal,
      ...(unfinished !== undefined && { unfinished }),
    })
  })
  // Whether to send it questions now: it is well all the same while it catches up, or has its hands full.
  app.get('/readyz', async (_request, response) => {
    await service.workspace.check()
    const hindrance = await service.answering.hindrance()
    if (hindrance === undefined) return void response.json({ status: 'ready', version })
    response.set('Retry-After', String(hindrance.retryAfter)).status(503).json({ status: hindrance.status, version })
  })
  app.get('/api', (_request, response) => void response.json(indexOf(service.questions)))
  app.get('/openapi.json', (_request, response) => void response.json(openApiOf(service.questions)))
  // Longer names first: `/api/panel/status` is not the question `panel` about something called status.
  const longestFirst = service.questions.toSorted((a, b) => b.name.split(' ').length - a.name.split(' ').length)
  for (const question of longestFirst) routeQuestion(app, question, service)
  // After the questions: for each it would look for a file first.
  app.use(express.static(packagePath('web'), { setHeaders: (response) => response.removeHeader('Cache-Control') }))
  app.use(noSuchPath(service.questions))
  app.use(problemHandler(service.log))
  return app
}
