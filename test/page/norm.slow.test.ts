import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { textureOf } from '../../web/src/map/texture-of.ts'
import { servedInABrowser } from './served-in-a-browser.ts'
import { textOfDownload } from './text-of-download.ts'

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
    // Over the colour of the family itself: that of the Convention's one leaver, in light.
    const grounds = await page
      .locator('#texture-leaving .ground-of')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).fill))
    expect(grounds).toEqual(['rgb(224, 138, 60)'])
    expect(new Set(fills.map(([family]) => family))).toEqual(
      new Set(['force', 'signed', 'leaving', 'unknown', 'outside']),
    )
    await page.context().close()
  })
  it('moves the regions with the day, to the shares that the server counts on that day', async () => {
    const page = await norm('/?subject=cat&asOf=1995-06-01')
    const figures = page.locator('.multiples figure')
    for (const keys of [[], ['PageDown', 'PageDown'], ['PageUp'], ['End']]) {
      for (const key of keys) await page.locator('.rail').press(key)
      const day = await page.locator('.sentence time').getAttribute('datetime')
      const spread = (await (
        await fetch(`${served.server.address}/v1/spread/cat?part=regions&asOf=${day}`)
      ).json()) as { readonly regions: readonly { readonly label: string; readonly share: number }[] }
      const expected = spread.regions.map(({ label, share }) => `${label} ${Math.round(share * 100)}\u00a0%`)
      expect([day, (await figures.locator('figcaption').allTextContents()).toSorted()]).toEqual([
        day,
        expected.toSorted(),
      ])
    }
    const places = await figures.locator('.dot').evaluateAll((all) => all.map((one) => one.getAttribute('cx')))
    expect(new Set(places).size).toBe(1)
    await page.context().close()
  })
  it('has the curve and the changes as tables of the same numbers, sorted by keyboard', async () => {
    const page = await norm('/?subject=cat&asOf=1995-06-01')
    await page.locator('summary', { hasText: 'The curve as a table' }).press('Enter')
    const curve = page.getByRole('region', { name: 'Shares on the days on which they changed' })
    // By the depositary's list the Convention entered into force on 26 June 1987, for the first twenty.
    const first = curve.getByRole('row', { name: /^26\sJune\s1987/ })
    expect(await first.locator('td').last().textContent()).toMatch(/\(\d+ of 159\)$/)
    await page.locator('summary', { hasText: 'Changes by year as a table' }).press('Enter')
    const changes = page.getByRole('region', { name: 'Changes by year' })
    await changes.getByRole('button', { name: 'Changes of status' }).press('Enter')
    await changes.getByRole('button', { name: 'Changes of status' }).press('Enter')
    const counts = (await changes.locator('tbody td:nth-child(2)').allTextContents()).map(Number)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    const bars = await page
      .locator('.beat title')
      .evaluateAll((all) => all.map((one) => Number(/: (\d+) changes/.exec(one.textContent ?? '')?.[1])))
    expect(counts).toEqual(bars.toSorted((a, b) => b - a))
    await page.context().close()
  })
  it('shows on a phone who was chosen, right at the map, and says so to readers of screens', async () => {
    const page = await norm('/?subject=cat&asOf=1995-06-01', { viewport: { width: 390, height: 844 } })
    const box = await page.locator('.map [data-shape="bra"]').boundingBox()
    if (box === null) throw new Error('Brazil is not on the map')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    const card = page.locator('.chosen')
    expect(await card.isVisible()).toBe(true)
    const sentence = 'On 1 June 1995, Brazil was bound by the Convention against Torture, since 28 October 1989.'
    expect((await card.textContent())?.replaceAll('\u00a0', ' ')).toContain(`Brazil${sentence}`)
    const map = await page.locator('.map').boundingBox()
    const beneath = await card.boundingBox()
    expect((beneath?.y ?? 0) - ((map?.y ?? 0) + (map?.height ?? 0))).toBeLessThan(24)
    const said = page.locator('.map-figure [role=status]')
    expect((await said.textContent())?.replaceAll('\u00a0', ' ')).toContain(sentence)
    // The slider moves what the card says, and repeats nothing aloud.
    await page.locator('.rail').press('Home')
    expect(await card.textContent()).not.toContain('was bound by')
    expect(await said.textContent()).toContain('was bound by')
    await card.getByRole('button', { name: 'Why' }).click()
    await expect
      .poll(() => page.locator('aside.why').evaluate((one) => Math.abs(one.getBoundingClientRect().top) < 844))
      .toBe(true)
    // When the slider has rested the table is made anew, and a key would go to a button that is no more.
    await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).not.toBe('1995-06-01')
    await page.locator('summary', { hasText: 'States on this date' }).press('Enter')
    await page.getByRole('button', { name: 'Norway' }).press('Enter')
    await expect.poll(() => said.textContent()).toContain('Norway')
    await page.context().close()
  })
  it('names what is downloaded for what it holds, and pins the moment of knowledge', async () => {
    const page = await norm('/?subject=cat&asOf=1994-12-31')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV', exact: true }).first().click(),
    ])
    const query = new URL(download.url()).searchParams
    expect(query.get('asOf')).toBe('1994-12-31')
    const known = query.get('asKnownAt') ?? ''
    expect(known).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect(download.suggestedFilename()).toBe(`cat-world-1994-12-31-as-known-${known.slice(0, 10)}.csv`)
    // The same release whenever it is asked for.
    const { headers } = await fetch(download.url())
    expect(headers.get('normtrail-release')).toMatch(/^[\da-f]{32}$/)
    await page.context().close()
  })
  it('makes a picture that stands alone: title, both clocks, legend, borders, citation, on white', async () => {
    const page = await norm('/?subject=istanbul&asOf=2021-05-01', { colorScheme: 'dark' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG' }).first().click(),
    ])
    expect(download.suggestedFilename()).toBe('istanbul-2021-05-01.svg')
    const picture = (await textOfDownload(download)).replaceAll('\u00a0', ' ')
    expect(picture).toMatch(/>Istanbul Convention, 1 May 2021, as known on \d+ \w+ \d{4}</)
    for (const words of ['In force 33', 'Notice given, still bound 1', 'Borders: Natural Earth', 'release '])
      expect(picture).toContain(words)
    for (const texture of ['leaving', 'unknown']) {
      expect(picture).toContain(`id="texture-${texture}"`)
      expect(picture).toContain(`url(&quot;#texture-${texture}&quot;)`)
    }
    // In the colours of paper, though the page is dark: what is in force, in light.
    expect([picture.includes('rgb(13, 106, 102)'), picture.includes('rgb(79, 179, 171)')]).toEqual([true, false])
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
