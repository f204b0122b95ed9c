import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeAgainst } from './axe-against.ts'
import { servedInABrowser } from './served-in-a-browser.ts'

describe('the view of a state', () => {
  const served = servedInABrowser()
  /** Opened, with every part that fills itself there. */
  const whole = async (path: string, options = {}) => {
    const opened = await served.open(path, options)
    await opened.page.getByText('Scores as a table').waitFor()
    await opened.page.locator('[aria-busy]').first().waitFor({ state: 'detached' })
    return opened
  }
  const cursors = (page: Page): Promise<readonly string[]> =>
    page.evaluate('[...document.querySelectorAll(".lane-cursor")].map(({ style }) => style.left)')

  it.each([
    ['light, on a desk', { colorScheme: 'light' as const }],
    ['dark, on a phone', { colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } }],
  ])('is accessible with all its parts and tables: %s', async (_, options) => {
    const { page, complaints } = await whole('/?state=tur&subject=istanbul&asOf=2021-05-01', options)
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
    await page.getByRole('region', { name: 'Memberships' }).waitFor()
    expect(await axeAgainst(page)).toEqual([])
    expect(complaints).toEqual([])
    const [wide, seen] = await page.evaluate<readonly [number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    )
    expect(wide).toBe(seen)
    await page.context().close()
  })
  it.each([
    ['/?state=hrv&subject=cat&asOf=1985-01-01', '.sentence'],
    ['/?subject=cat&asOf=1985-06-01&why=hrv', '.chosen p:not(.who)'],
  ])('says at %s that there was no such member yet, and no status', async (path, where) => {
    const { page } = await served.open(path)
    const column = page.getByRole('complementary', { name: 'Why' })
    await column.getByText('Not in the state system then').waitFor()
    const said = (await page.locator(where).first().textContent()) ?? ''
    for (const words of [said, (await column.textContent()) ?? '']) {
      expect(words.replaceAll('\u00a0', ' ')).toContain(
        'Croatia was no member of the United Nations; it became one on 22 May 1992.',
      )
      expect(words).not.toMatch(/taken no step|No act/)
    }
    await page.context().close()
  })
  it('has one day on all its figures, wherever it was chosen', async () => {
    const { page } = await whole('/?state=tur&subject=istanbul&asOf=2021-05-01')
    const before = await cursors(page)
    expect(before.length).toBeGreaterThan(3)
    expect(new Set(before).size).toBe(1)
    await page
      .locator('.lanes')
      .nth(1)
      .locator('.track')
      .nth(1)
      .click({ position: { x: 200, y: 3 } })
    const after = await cursors(page)
    expect(new Set(after).size).toBe(1)
    expect(after[0]).not.toBe(before[0])
    expect(new URL(page.url()).searchParams.get('asOf')).not.toBe('2021-05-01')
    await page.context().close()
  })
  it('tells a point of the company as terms that add up to it', async () => {
    const { page } = await whole('/?state=tur&subject=istanbul&asOf=2021-05-01')
    await page.getByText('Its company as a table').first().click()
    const row = page.getByRole('row', { name: /^2020 in shared organisations/ })
    const value = Number.parseFloat((await row.locator('td').nth(1).textContent()) ?? '')
    await row.getByRole('button', { name: '2020' }).click()
    const column = page.getByRole('complementary', { name: 'Why' })
    await column.getByText('What each organisation adds').waitFor()
    const [first, ...others] = await column.locator('.share-total span:last-child').allTextContents()
    expect(value).toBeGreaterThan(0)
    expect(Number.parseFloat(first ?? '')).toBeCloseTo(value, 0)
    expect(others).toEqual([first])
    await page.context().close()
  })
  it('draws the channels that are chosen, each with its coverage, and has them in the address', async () => {
    const { page } = await whole('/?state=tur&subject=istanbul&asOf=2021-05-01')
    const drawn = (): Promise<readonly string[]> =>
      page.evaluate(
        '[...document.querySelectorAll(".channels")].slice(0, 1)' +
          '.flatMap((one) => [...one.children].map(({ dataset }) => dataset.channel))',
      )
    expect(await drawn()).toEqual(['igo', 'region'])
    await page.getByRole('checkbox', { name: 'Under shared treaties' }).first().check()
    await page.locator('[data-channel=treaties]').first().getByText('of the weight', { exact: false }).waitFor()
    expect(await drawn()).toEqual(['igo', 'region', 'treaties'])
    expect(new URL(page.url()).searchParams.get('channel')).toBe('igo,region,treaties')
    await page.context().close()
  })
  it('opens what a term rests on down to an act and its source', async () => {
    const { page } = await whole('/?state=tur&subject=istanbul&asOf=2021-05-01')
    await page.getByText('Its company as a table').first().click()
    await page
      .getByRole('row', { name: /^2020 in shared organisations/ })
      .getByRole('button', { name: '2020' })
      .click()
    const term = page.getByRole('complementary', { name: 'Why' }).locator('.share-name details').first()
    await term.locator('summary').click()
    await term.locator('.trail .source').first().waitFor()
    expect(await term.locator('.trail').textContent()).toMatch(/Became a member/)
    await page.context().close()
  })
  it('shows a norm as the first row, and the instruments beyond the first when asked', async () => {
    const { page } = await whole('/?state=fra&subject=torture')
    const labels = page.locator('.lanes').first().locator('.label')
    expect(await labels.first().textContent()).toBe('Prohibition of torture')
    const few = await labels.count()
    await page
      .getByRole('button', { name: /^Show all/ })
      .first()
      .click()
    expect(await labels.count()).toBeGreaterThan(few)
    await page.context().close()
  })
})
