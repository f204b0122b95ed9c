import type { Express, Request, RequestHandler, Response } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Service } from '../service/service.ts'

/** What a server counts of itself. */
export interface Metrics {
  readonly registry: Registry
  /** How many follow the feed now. */
  readonly feedConsumers: Gauge
  readonly durations: Histogram<'method' | 'route' | 'status'>
  /** Answers that go on until one side leaves: how long they took says nothing of the server. */
  readonly endless: WeakSet<Response>
}

type Watched = Pick<Service, 'workspace'>

const made = new WeakMap<Watched, Metrics>()

/** Those of one server: whoever asks with the same service counts in the same ones. */
export const metricsOf = (service: Watched): Metrics => {
  const known = made.get(service)
  if (known !== undefined) return known
  const metrics = metricsFor(service)
  made.set(service, metrics)
  return metrics
}

const metricsFor = ({ workspace }: Watched): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  for (const metric of [appended(workspace), lag(workspace)]) registry.registerMetric(metric)
  return {
    registry,
    endless: new WeakSet(),
    feedConsumers: new Gauge({ name: 'normtrail_feed_consumers', help: 'Who follows the feed now.', registers }),
    durations: new Histogram({
      name: 'normtrail_http_request_duration_seconds',
      help: 'How long requests took until they were answered or given up, by the pattern of their path.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    }),
  }
}

const appended = ({ log }: Service['workspace']): Counter =>
  new Counter({
    name: 'normtrail_events_total',
    help: 'Events appended to the log: its rate is the rate of appends, whoever appends.',
    registers: [],
    async collect() {
      const { ordinal } = await log.head()
      this.reset()
      this.inc(ordinal)
    },
  })

const lag = ({ standing }: Service['workspace']): Gauge =>
  new Gauge({
    name: 'normtrail_projection_lag_events',
    help: 'Events in the log that the read model does not hold yet.',
    registers: [],
    async collect() {
      const { log, readModel } = await standing()
      this.set(Math.max(0, log - readModel))
    },
  })

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/** Of a path only its pattern is told: else every state and treaty would be a series of its own. */
export const measureRequests =
  ({ durations, endless }: Metrics): RequestHandler =>
  (request, response, next) => {
    const stop = durations.startTimer()
    response.on('close', () => {
      if (endless.has(response)) return
      stop({
        method: methods.has(request.method) ? request.method : 'other',
        route: patternOf(request),
        status: String(response.statusCode),
      })
    })
    next()
  }

const patternOf = ({ route }: Request): string => {
  const { path } = (route ?? {}) as { readonly path?: unknown }
  return typeof path === 'string' ? path : 'other'
}

/** `/metrics`, in the format of Prometheus. */
export const routeMetrics = (app: Express, { registry }: Metrics): void => {
  app.get('/metrics', async (_request, response) => {
    const text = await registry.metrics()
    response.set('Content-Type', registry.contentType).send(text)
  })
}
