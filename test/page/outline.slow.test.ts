import { describe, expect, it } from 'vitest'
import { servedInABrowser } from './served-in-a-browser.ts'

/** Every view, and a text that stands in it when it is there. */
const views: Readonly<Record<string, readonly [string, string]>> = {
  front: ['/', 'A state that leaves'],
  norm: ['/?subject=cat&asOf=1995-06-01&why=usa', 'Regions as a table'],
  state: ['/?state=tur&subject=istanbul&asOf=2021-05-01', 'Scores as a table'],
  organisation: ['/?organisation=coe&asOf=2000-01-01', '41 full members'],
  'two states': ['/?compare=tur,grc&subject=istanbul&asOf=2021-05-01', 'Greece'],
  'two treaties': ['/?compare=cat,iccpr&asOf=2000-01-01', 'bound by both'],
  log: ['/?log=', 'Live: new events'],
}

describe('the outline of a view', () => {
  const served = servedInABrowser()
  it.each(Object.entries(views))('%s: one first heading, no level left out, its landmarks', async (_, [path, text]) => {
    const { page } = await served.open(path)
    await page.getByText(text).first().waitFor()
    await page.locator('main [aria-busy]').first().waitFor({ state: 'detached' })
    const levels = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    const skipping = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)
    expect([levels, skipping]).toEqual([levels, []])
    expect(await page.getByRole('main').count()).toBe(1)
    expect(await page.getByRole('banner').count()).toBe(1)
    await page.context().close()
  })
  it('reads a norm in the order of things: sentence, map, time, taking it along, curve, regions, why', async () => {
    const { page } = await served.open('/?subject=cat&asOf=1995-06-01&why=usa')
    await page.getByText('Regions as a table').waitFor()
    const order = ['h1', '.sentence', '.map', '.rail', '.take', '.curve', '.multiples', 'aside.why']
    const places = await page.evaluate<readonly number[]>(
      `${JSON.stringify(order)}.map((one) => [...document.querySelectorAll('*')].indexOf(document.querySelector(one)))`,
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    await page.context().close()
  })
})
