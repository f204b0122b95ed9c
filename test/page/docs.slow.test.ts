import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApiOf } from '../../src/http/openapi/document.ts'
import { questions } from '../../src/queries/index.ts'
import type { Opened } from './a-browser.ts'
import { servedInABrowser } from './served-in-a-browser.ts'

describe('the page of the OpenAPI document', () => {
  const { paths, tags } = openApiOf(questions)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = servedInABrowser()
  let opened: Opened
  let page: Page
  beforeAll(async () => {
    opened = await served.open('/v1/docs')
    page = opened.page
    await page.getByText(`${operations.length} paths`).waitFor()
  })

  const titles = async (): Promise<readonly string[]> =>
    page
      .locator('#paths details.path:visible > summary')
      .evaluateAll((found) =>
        found.map((one) => [...one.querySelectorAll('code')].map(({ textContent }) => textContent).join(' ')),
      )
  const find = async (words: string): Promise<readonly string[]> => {
    await page.locator('#find').fill(words)
    return titles()
  }

  it('is served below what it describes, under the policy of the house', async () => {
    const response = await fetch(`${served.server.address}/v1/docs`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    const markup = await response.text()
    for (const [, path = ''] of markup.matchAll(/(?:href|src)="(\.\.[^"]*)"/g))
      expect([path, (await fetch(new URL(path, `${served.server.address}/v1/docs`))).status]).toEqual([path, 200])
    expect([opened.complaints, opened.foreign]).toEqual([[], []])
  })
  it('lists every path once, in the group that it belongs to', async () => {
    expect((await titles()).toSorted()).toEqual(operations.toSorted())
    expect(await page.locator('#paths h2').allTextContents()).toEqual(tags.map(({ name }) => name))
  })
  it('finds by the words of a path, of what it takes and of what it is about', async () => {
    expect(await find('panel parquet event-history')).toEqual(['GET /v1/panel/event-history'])
    expect(await page.locator('#found').textContent()).toBe(`1 of ${operations.length} paths`)
    expect(await find('xyzzy')).toEqual([])
    expect(await find('')).toHaveLength(operations.length)
  })
  it('unfolds a path: what it takes, what comes back, and a request that can be followed', async () => {
    await find('/v1/status/')
    const status = page.locator('#paths details.path:visible').first()
    await status.locator('summary').first().click()
    await status.locator('h3').first().waitFor()
    const text = (await status.textContent()) ?? ''
    for (const words of ['state *', 'A state or other actor', 'asKnownAt', 'certain | possible', 'releaseId *', '304'])
      expect(text).toContain(words)
    const links = await status.locator('a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
    expect(links.length).toBeGreaterThan(1)
    for (const link of links) expect([link, (await fetch(link)).status]).toEqual([link, 200])
  })
  it('shows the columns of a table, and what an empty cell means', async () => {
    await find('/v1/world/')
    const world = page.locator('#paths details.path:visible').first()
    await world.locator('summary').first().click()
    await world.locator('h3').first().waitFor()
    expect(await world.textContent()).toMatch(/covered_through[^]*Empty: No source does/)
  })
})
