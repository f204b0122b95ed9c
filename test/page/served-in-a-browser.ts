import { afterAll, beforeAll } from 'vitest'
import { aBundledServer } from '../http/a-bundled-server.ts'
import { aBrowser } from './a-browser.ts'

/**
 * A server over the bundled case and a browser for its pages, from before the first test of a file to behind its last.
 * What it gives is there once the tests run.
 */
export const servedInABrowser = () => {
  let server: Awaited<ReturnType<typeof aBundledServer>>
  let browser: Awaited<ReturnType<typeof aBrowser>>
  beforeAll(async () => {
    server = await aBundledServer()
    browser = await aBrowser(server.address)
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })
  return {
    get server() {
      return server
    },
    open: (...wanted: Parameters<typeof browser.open>) => browser.open(...wanted),
  }
}
