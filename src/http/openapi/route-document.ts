import type { Express } from 'express'
import { packagePath } from '../../package/package-path.ts'
import { noOtherMethod } from '../problems/not-answered.ts'
import { documentPage, documentPaths } from '../service/paths.ts'
import type { Service } from '../service/service.ts'

/** The OpenAPI document and its page: made once, for it does not change while a server runs. */
export const routeDocument = (app: Express, { questions }: Pick<Service, 'questions'>): void => {
  let made: string | undefined
  for (const path of documentPaths) {
    app.get(path, async (_request, response) => {
      // What it is made from is loaded when it is asked for: a server need not wait for it.
      made ??= JSON.stringify((await import('./document.ts')).openApiOf(questions))
      response.type('json').set('Cache-Control', 'no-cache').send(made)
    })
    app.all(path, noOtherMethod('GET'))
  }
  app.get(documentPage, (_request, response) =>
    response
      .set('Cache-Control', 'no-cache')
      .sendFile(packagePath('dist', 'web', 'docs', 'index.html'), { acceptRanges: false, lastModified: false }),
  )
  app.all(documentPage, noOtherMethod('GET'))
}
