import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { sharedByTheRun } from '../support/run/shared.ts'

/** A page in a browser, and what it complained of. */
export interface Opened {
  readonly page: Page
  /** Errors and warnings in the console, and what was thrown. */
  readonly complaints: readonly string[]
  /** Requests to anybody but the server. */
  readonly foreign: readonly string[]
}

/**
 * A real browser without a window, for the pages of one server: one that all files of the run share, in which what a
 * file opens is its own, and closed with it.
 */
export const aBrowser = async (address: string) => {
  const browser = await chromium.connect(await sharedByTheRun('pages'))
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Opened> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    // As for a test: a machine may be busy with other things.
    context.setDefaultTimeout(120_000)
    const page = await context.newPage()
    const [complaints, foreign]: [string[], string[]] = [[], []]
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:')) foreign.push(request.url())
    })
    await page.goto(`${address}${path}`)
    return { page, complaints, foreign }
  }
  return { open, close: () => browser.close() }
}
