import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeAgainst } from './axe-against.ts'
import { servedInABrowser } from './served-in-a-browser.ts'

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ')

/** The bundled case has no depositary's word on who was a member of the United Nations. */
describe('the page by sources that do not tell of members of the United Nations', () => {
  const served = servedInABrowser()
  const untold = 'The chosen sources do not tell whether it was in the state system'
  const norm = async (query: string, options = {}): Promise<Page> => {
    const { page } = await served.open(`/?subject=cat&${query}`, options)
    await page.locator('.legend li').first().waitFor()
    return page
  }
  const legend = async (page: Page): Promise<readonly string[]> =>
    (await page.locator('.legend li').allTextContents()).map((words) => words.trim())
  const worn = (page: Page, shape: string): Promise<string | null> =>
    page.locator(`.map .areas [data-shape="${shape}"]`).getAttribute('class')

  it.each(['light', 'dark'] as const)('has a line of its own in the legend, in %s', async (colorScheme) => {
    const page = await norm('asOf=1985-06-01&sources=depositary', { colorScheme })
    expect(await legend(page)).toContain(untold)
    // Brazil had done nothing, Iran is not even listed; Argentina is told to be a member.
    expect(await Promise.all(['bra', 'irn', 'arg'].map((shape) => worn(page, shape)))).toEqual([
      'untold',
      'untold',
      'signed',
    ])
    const texture = page.locator('#texture-untold path')
    expect(await texture.evaluate((one) => getComputedStyle(one).stroke)).not.toBe('none')
    expect(await axeAgainst(page)).toEqual([])
    await page.context().close()
  })
  it('has none where all sources are believed, or those that tell', async () => {
    for (const query of ['asOf=1985-06-01', 'asOf=1985-06-01&sources=depositary,organisation']) {
      const page = await norm(query)
      const words = await legend(page)
      expect([words.includes(untold), words.includes('Not in the state system then')]).toEqual([false, true])
      expect(await worn(page, 'bra')).toBe('none')
      await page.context().close()
    }
  })
  it('shows what such a state did, says what is not told of it, and lists it', async () => {
    // Brazil was bound from 28 October 1989.
    const page = await norm('asOf=1995-06-01&sources=depositary')
    expect(await worn(page, 'bra')).toBe('force')
    await page.locator('summary', { hasText: 'States on this date' }).press('Enter')
    expect(await page.locator('table').getByRole('button', { name: 'Brazil' }).isVisible()).toBe(true)
    await page.getByText('the chosen sources do not tell whether they were in the state system then').waitFor()
    await page.context().close()
  })
  it('says on a phone, of who is chosen, what the chosen sources do not tell', async () => {
    const page = await norm('asOf=1985-06-01&sources=depositary', { viewport: { width: 390, height: 844 } })
    const box = await page.locator('.map [data-shape="bra"]').boundingBox()
    if (box === null) throw new Error('Brazil is not on the map')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    const card = page.locator('.chosen')
    await card.waitFor()
    expect(plain(await card.textContent())).toContain(
      'On 1 June 1985, Brazil had taken no step towards the Convention against Torture. ' +
        'The chosen sources do not tell whether it was a member of the United Nations then.',
    )
    const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
    expect(wide).toBe(false)
    await page.context().close()
  })
  it('does not say of a state that it was no member, unless they do', async () => {
    const said = async (sources: string): Promise<string> => {
      const { page } = await served.open(`/?state=hrv&subject=cat&asOf=1985-06-01${sources}`)
      await page.locator('summary', { hasText: 'Instruments as a table' }).press('Enter')
      await page.getByRole('table', { name: 'Instruments on 1 June' }).waitFor()
      const words = plain(await page.getByRole('main').textContent())
      await page.context().close()
      return words
    }
    const some = await said('&sources=depositary')
    expect(some).toContain('On 1 June 1985, Croatia had taken no step towards the Convention against Torture.')
    expect(some).toContain('None of the chosen sources tells of a membership of Croatia.')
    expect(some).not.toContain('No source in this log')
    expect(some).not.toMatch(/no member of the United Nations|Not in the state system/)
    // Admitted by resolution 46/238.
    const all = await said('')
    expect(all).toContain('Croatia was no member of the United Nations; it became one on 22 May 1992.')
    expect(all).toContain('Not in the state system then')
  })
  it('calls the lists of the Treaty Collection by that name', async () => {
    const { page } = await served.open('/?subject=cat&asOf=1995-06-01&why=usa')
    const why = page.getByRole('complementary', { name: 'Why' })
    await why.getByText('(United Nations Treaty Collection, MTDSG, chapter IV.9)').waitFor()
    await page.context().close()
  })
})
