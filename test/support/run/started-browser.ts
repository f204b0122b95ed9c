import { chromium } from 'playwright-core'

/** The browser of the tests, started without a window; `told` is where to reach it. */
export const startedBrowser = async (executablePath: string) => {
  const server = await chromium.launchServer({
    executablePath,
    // As root there is no sandbox; and the shared memory of a container is small.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
    headless: true,
  })
  return { told: server.wsEndpoint(), stop: () => server.close() }
}
