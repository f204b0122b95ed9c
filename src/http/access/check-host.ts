import type { RequestHandler } from 'express'
import { Refusal } from '../problems/refusal.ts'

/** How this machine names itself; a browser is never led here by these from a page of somebody else. */
const ofThisMachine = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Answers only to names that are its own. A page of somebody else can have its name mean this machine (DNS rebinding),
 * and would then read what is open on it; the browser still says in `Host` which name it was led by.
 */
export const checkHost = (hosts: readonly string[] | undefined): RequestHandler => {
  const allowed = new Set(hosts?.map((host) => host.toLowerCase()))
  return ({ headers: { host = '' } }, _response, next) => {
    const name = host.toLowerCase().replace(/:\d*$/, '')
    if (hosts === undefined || ofThisMachine.test(name) || allowed.has(name)) return next()
    throw new Refusal(403, 'other-host', `"${host}" is no name of this server.`, {
      where: 'Host',
      hint: 'Ask it by an address of its own machine; whoever runs it can allow other names.',
    })
  }
}
