import { describe, expect, it } from 'vitest'
import { servedInABrowser } from './served-in-a-browser.ts'

/** The United Nations' notes on the names of member states: Turkey until 2022, Türkiye since. */
const called = 'Turkey (today Türkiye)'

describe('what a state is called in lists of acts', () => {
  const served = servedInABrowser()

  it('is what it was called when it gave notice', async () => {
    const { page } = await served.open('/?subject=istanbul')
    await page.locator('summary', { hasText: 'Who left, or gave notice' }).click()
    const notices = page.getByRole('region', { name: 'Notices of leaving' })
    await notices.waitFor()
    expect(await notices.locator('tbody th').allTextContents()).toEqual([called])
    await page.context().close()
  })
  it('is what it was called on the day that is looked at, beside its lane in an organisation', async () => {
    const { page } = await served.open('/?organisation=coe&asOf=2000-01-01')
    const lanes = page.locator('.lanes.members')
    await lanes.waitFor()
    expect(await lanes.locator('.label').allTextContents()).toContain('Turkeytoday Türkiye')
    const date = page.getByRole('textbox', { name: 'Date' })
    await date.fill('2023-01-01')
    await date.press('Enter')
    expect(await lanes.locator('.label').allTextContents()).toContain('Türkiye')
    await page.context().close()
  })
  it('is what it was called on the day of an exposure, of the state and of each partner', async () => {
    const { page } = await served.open('/?state=rus&subject=iccpr&asOf=1985-12-31')
    await page.getByText('Its company as a table').first().click()
    await page
      .getByRole('row', { name: /^1985 in shared organisations/ })
      .getByRole('button')
      .click()
    const column = page.getByRole('complementary', { name: 'Why' })
    await column.getByText('What each partner adds').waitFor()
    expect(await column.locator('.over').textContent()).toBe('Soviet Union')
    await column.getByRole('button', { name: /^Show all/ }).click()
    const partners = await column.locator('.share-name').allTextContents()
    expect(partners).toContain('Byelorussian SSR')
    expect(partners).not.toContain('Belarus')
    await page.context().close()
  })
})
