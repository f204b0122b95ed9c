import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { textureOf } from '../../web/src/map/texture-of.ts'
import { servedInABrowser } from './served-in-a-browser.ts'

describe('the view of a norm', () => {
  const served = servedInABrowser()
  const norm = async (path: string, options = {}): Promise<Page> => {
    const { page } = await served.open(path, options)
    await page.locator('.curve').waitFor()
    await page.locator('.multiples').waitFor()
    return page
  }

  it('draws over a colour the texture that tells its family apart', async () => {
    const page = await norm('/?subject=istanbul&asOf=2021-05-01')
    const fills = await page.evaluate<readonly (readonly [string, string])[]>(
      `[...document.querySelectorAll('.map .areas path')].map((one) =>
        [one.getAttribute('class'), getComputedStyle(one).fill])`,
    )
    for (const [family, fill] of fills)
      expect([family, fill.includes(`#texture-${family}`)]).toEqual([family, family in textureOf])
    expect(new Set(fills.map(([family]) => family))).toEqual(
      new Set(['force', 'signed', 'leaving', 'unknown', 'outside']),
    )
    await page.context().close()
  })
  it('prints what was opened, and no title of what was not', async () => {
    const page = await norm('/?subject=cat&asOf=1995-06-01', { colorScheme: 'dark' })
    const [opened, closed] = ['States on this date', 'Reservations'].map((title) =>
      page.locator('summary', { hasText: title }),
    )
    await opened?.click()
    await page.emulateMedia({ media: 'print' })
    expect(await opened?.isVisible()).toBe(true)
    expect(await page.getByRole('rowheader', { name: 'Monaco' }).isVisible()).toBe(true)
    expect(await closed?.isVisible()).toBe(false)
    // Ink on white, whatever the screen.
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(27, 35, 39)')
    await page.context().close()
  })
  it('shows where something can be typed, what for, and that the slider has the focus', async () => {
    const page = await norm('/?subject=cat&asOf=1995-06-01', { colorScheme: 'dark' })
    // The tokens whose contrast test/web/colours.test.ts holds, in the dark.
    const [edge, words] = await page.evaluate<readonly string[]>(`(() => {
      const field = document.querySelector('input[type=search]')
      return [getComputedStyle(field).borderTopColor, getComputedStyle(field, '::placeholder').color]
    })()`)
    expect([edge, words]).toEqual(['rgb(116, 130, 135)', 'rgb(163, 176, 180)'])
    const strip = page.locator('.strip')
    const before = await strip.screenshot()
    // By the keyboard, from what stands before it in reading order.
    await page.locator('.map-figure a').focus()
    await page.keyboard.press('Tab')
    expect(await page.locator('.rail').evaluate((one) => one.matches(':focus-visible'))).toBe(true)
    expect((await strip.screenshot()).equals(before)).toBe(false)
    await page.context().close()
  })
  it('writes the names of lines out, wherever there is room', async () => {
    const { page } = await served.open('/?compare=cat,iccpr&asOf=2000-01-01')
    const ends = page.locator('.plot .end text')
    await ends.first().waitFor()
    const names = (await ends.allTextContents()).join(' | ')
    expect(names.replaceAll(/\s+/g, '')).toMatch(/^ConventionagainstTorture\d+%\|CivilandPoliticalCovenant\d+%$/)
    for (const end of await ends.all()) {
      const box = await end.boundingBox()
      const plot = await page.locator('svg.plot').boundingBox()
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((plot?.x ?? 0) + (plot?.width ?? 0))
    }
    await page.context().close()
  })
})
