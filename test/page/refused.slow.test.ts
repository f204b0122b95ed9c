import { describe, expect, it } from 'vitest'
import { axeAgainst } from './axe-against.ts'
import { servedInABrowser } from './served-in-a-browser.ts'

describe('an address that cannot be answered', () => {
  const served = servedInABrowser()

  it.each([
    ['/?state=frnce', 'frnce', 'France', 'state=fra'],
    ['/?subject=torure', 'torure', 'Prohibition of torture', 'subject=torture'],
    ['/?organisation=natoo', 'natoo', 'NATO', 'organisation=nato'],
  ])('%s says what came, and leads to the nearest name', async (path, came, name, leads) => {
    const { page } = await served.open(path)
    await page.getByRole('heading', { level: 1, name: `Nothing here goes by “${came}”` }).waitFor()
    expect(await axeAgainst(page)).toEqual([])
    await page.getByRole('main').getByRole('link', { name, exact: true }).click()
    await page.locator('.sentence').first().waitFor()
    expect(page.url()).toContain(leads)
    await page.context().close()
  })
  it('leads from a moment before the first event to that event', async () => {
    const { page } = await served.open('/?subject=cat&asKnownAt=1990-01-01')
    await page.getByRole('heading', { level: 1, name: 'Nothing was recorded yet on 1 January 1990' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: /UTC$/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Convention against Torture' }).waitFor()
    await page.context().close()
  })
  it('says of a day that is none what came and what was expected', async () => {
    const { page } = await served.open('/?subject=cat&asOf=1995-13-45')
    expect(await page.locator('.unread').textContent()).toContain('“1995-13-45” in the address is no day')
    await page.context().close()
  })
  it('takes a source by its title to believe it, and says who is believed by title', async () => {
    const { page } = await served.open('/?subject=cat&asOf=1995-06-01')
    await page.getByRole('button', { name: /^Sources/ }).click()
    const field = page.getByRole('combobox', { name: 'Add one by its title' })
    const option = page.locator('datalist option[label="mtdsg-cat"]')
    await option.waitFor({ state: 'attached' })
    const title = (await option.getAttribute('value')) ?? ''
    expect(title).toContain('Convention against Torture')
    await field.fill(title)
    await field.press('Tab')
    expect(await page.getByRole('textbox', { name: 'Believe' }).inputValue()).toBe('mtdsg-cat')
    expect(await axeAgainst(page)).toEqual([])
    await page.getByRole('button', { name: 'Show', exact: true }).last().click()
    const said = page.getByText('Only these are believed, in this order')
    await said.locator('.source-name', { hasText: 'United Nations' }).waitFor()
    expect(await said.textContent()).not.toContain('mtdsg-cat')
    expect(new URL(page.url()).searchParams.get('sources')).toBe('mtdsg-cat')
    await page.context().close()
  })
  it('names sources by their titles, and tells their ids to whoever points at them', async () => {
    const { page } = await served.open('/?subject=cat&asOf=1995-06-01&why=usa')
    const source = page.getByRole('complementary', { name: 'Why' }).locator('.source-name').first()
    await source.filter({ hasText: /United Nations|Treat/ }).waitFor()
    expect(await source.getAttribute('title')).toMatch(/^[a-z0-9-]+$/)
    await page.context().close()
  })
})
