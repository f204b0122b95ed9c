import { Router, type Express, type RequestHandler } from 'express'
import type { Service } from '../service/service.ts'
import { routeQuestion } from './question-route.ts'

/** Where a path begins, or the pattern of one: `/v1/status/usa/cat` with `/v1/status`. Capitals make no difference. */
const beginningOf = (path: string): string => /^(?:\/[^/{]*){0,2}/.exec(path)?.[0].toLowerCase() ?? ''

/**
 * Routes to every question under a root. Express tries one route after the other, and of some hundred all but a few are
 * to another question: those that begin with the same word stand together, and only they are tried.
 */
export const routeQuestions = (app: Express, service: Service, under: string): void => {
  const routers = new Map<string, Router>()
  const routerOf = (path: string): Router => {
    const beginning = beginningOf(path)
    const known = routers.get(beginning)
    if (known !== undefined) return known
    const router = Router()
    routers.set(beginning, router)
    return router
  }
  // Longer names first: `/v1/panel/status` is not the question `panel` about something called status.
  const longestFirst = service.questions.toSorted((a, b) => b.name.split(' ').length - a.name.split(' ').length)
  for (const question of longestFirst) routeQuestion(routerOf, question, service, under)
  const ask: RequestHandler = (request, response, next) => {
    const router = routers.get(beginningOf(request.path))
    if (router === undefined) return next()
    router(request, response, next)
  }
  // For whoever lists the routes of an app, as Express's own routers have it.
  app.use(Object.assign(ask, { stack: [...routers.values()].flatMap(({ stack }) => stack) }))
}
