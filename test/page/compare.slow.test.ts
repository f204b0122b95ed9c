import { describe, expect, it } from 'vitest'
import { servedInABrowser } from './served-in-a-browser.ts'

describe('two treaties side by side', () => {
  const served = servedInABrowser()

  it('say of each what has changed since the moment that is shown', async () => {
    const { recordedAt } = (await (await fetch(`${served.server.address}/v1/info`)).json()) as { recordedAt: string }
    const { page } = await served.open(`/?compare=cat,iccpr&asKnownAt=${recordedAt}`)
    const changed = page.getByText('Nothing of it has changed since', { exact: false })
    await changed.nth(1).waitFor()
    expect(await changed.count()).toBe(2)
    await page.context().close()
  })
  it('say from which day on the count is carried forward, and nothing of it before', async () => {
    // The catalogue claims every signature and consent under the Convention against Torture up to 3 February 2026.
    const { page } = await served.open('/?compare=cat,iccpr&asOf=2026-03-01')
    const sentence = page.locator('.sentence').first()
    await sentence.filter({ hasText: 'carried forward' }).waitFor()
    expect(await sentence.textContent()).toContain('Convention against Torture from 3\u00a0February\u00a02026')
    await page.goto(`${served.server.address}/?compare=cat,iccpr&asOf=1995-06-01`)
    await sentence.filter({ hasText: '1995' }).waitFor()
    expect(await sentence.textContent()).not.toContain('carried forward')
    await page.context().close()
  })
})
