import { describe, expect, it } from 'vitest'
import { appOf } from '../../../src/http/app.ts'
import { openApiOf } from '../../../src/http/openapi/document.ts'
import { questions } from '../../../src/queries/index.ts'
import { silentLog } from '../a-server.ts'

/** The app as it is served, with the page that was built. */
const document = openApiOf(questions)
const paths = Object.entries(document.paths)

/** `/v1/timeline{/:state{/:subject}}` as every path that it stands for, the longest first. */
const pathsOf = (route: string): readonly string[] => {
  const optional = route.split('{').map((part) => part.replaceAll('}', '').replaceAll(/:(\w+)/g, '{$1}'))
  return optional.map((_, left) => optional.slice(0, optional.length - left).join(''))
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
  readonly handle?: { readonly stack?: readonly Layer[] }
}

/** The routes of a router, with those of the routers in it. */
const layersOf = (stack: readonly Layer[]): readonly Layer[] =>
  stack.flatMap((layer) => [layer, ...layersOf((layer.route === undefined && layer.handle?.stack) || [])])

const never = (): never => expect.fail('nothing is asked here')
const app = appOf({
  questions,
  workspace: { log: {}, check: never, unfinished: never } as never,
  answering: { ask: never, hindrance: never } as never,
  recording: { record: never },
  feed: { begin: never, join: never } as never,
  log: silentLog,
})
const routes = layersOf(app.router.stack as unknown as readonly Layer[]).flatMap(({ route }) =>
  route === undefined || typeof route.path !== 'string'
    ? []
    : Object.keys(route.methods)
        // What takes every method refuses them.
        .filter((method) => !Object.hasOwn(route.methods, 'purge') && method !== 'head' && method !== '_all')
        .map((method) => ({ method, paths: pathsOf(route.path) })),
)

/** What is there for one release more, in the shape of before, and is documented no more. */
const isFormer = (path: string): boolean => /^\/api(\/|$)/.test(path)

describe('the paths of the app', () => {
  it('are seen', () => {
    expect(pathsOf('/v1/a{/:b{/:c}}')).toEqual(['/v1/a/{b}/{c}', '/v1/a/{b}', '/v1/a'])
    expect(routes.length).toBeGreaterThan(80)
  })
  it('are in the document, each with all that may stand in it', () => {
    const missing = routes
      .filter(({ method, paths: [longest = ''] }) => !isFormer(longest) && !(method in (document.paths[longest] ?? {})))
      .map(({ method, paths: [longest] }) => `${method} ${longest}`)
    expect(missing).toEqual([])
  })
  it('are all that is in the document', () => {
    const answered = new Set(routes.flatMap(({ method, paths: all }) => all.map((path) => `${method} ${path}`)))
    const described = paths.flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    expect(described.filter((path) => !answered.has(path))).toEqual([])
  })
})
