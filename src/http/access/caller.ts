import type { IncomingMessage } from 'node:http'
import type { Scope } from '../../access/scope.ts'

/** Who asks, by the token that came with the request. */
export interface Caller {
  readonly tokenId: string
  /** Stands beside what is recorded. */
  readonly name: string
  readonly scopes: readonly Scope[]
}

const callers = new WeakMap<IncomingMessage, Caller>()

/** The caller of a request; undefined where no token came with it. */
export const callerOf = (request: IncomingMessage): Caller | undefined => callers.get(request)

/** Notes who asks. For the one place that has seen the token to be good. */
export const noteCaller = (request: IncomingMessage, caller: Caller): void => void callers.set(request, caller)
