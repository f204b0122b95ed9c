import { describe, expect, it } from 'vitest'
import type { Opened } from './a-browser.ts'
import { axeAgainst } from './axe-against.ts'
import { servedInABrowser } from './served-in-a-browser.ts'

/** Every view of the bundled case, and a text that stands in it when it is there. */
const views: Readonly<Record<string, readonly [string, string]>> = {
  front: ['/', 'A state that leaves'],
  norm: ['/?subject=cat&asOf=1995-06-01&why=usa', 'Denmark ratified'],
  'a norm that is no treaty': ['/?subject=torture&asOf=1995-06-01', 'Prohibition of torture'],
  state: ['/?state=tur&subject=istanbul&asOf=2021-05-01', 'gave notice of withdrawal'],
  organisation: ['/?organisation=coe&asOf=2000-01-01', '41 full members'],
  'two states': ['/?compare=tur,grc&subject=istanbul&asOf=2021-05-01', 'Greece'],
  'two treaties': ['/?compare=cat,iccpr&asOf=2000-01-01', 'bound by both'],
  log: ['/?log=', 'Live: new events'],
}

describe('the page', () => {
  const served = servedInABrowser()
  const opened = async (path: string, text: string, options = {}): Promise<Opened> => {
    const there = await served.open(path, options)
    await there.page.getByText(text).first().waitFor()
    return there
  }

  describe.each(Object.entries(views))('%s', (_, [path, text]) => {
    it.each([
      ['light, on a desk', { colorScheme: 'light' as const }],
      ['dark, on a phone', { colorScheme: 'dark' as const, viewport: { width: 390, height: 844 } }],
    ])('is accessible, complains of nothing and asks nobody else: %s', async (__, options) => {
      const { page, complaints, foreign } = await opened(path, text, options)
      await page.waitForTimeout(400)
      expect(await axeAgainst(page)).toEqual([])
      expect([complaints, foreign]).toEqual([[], []])
      // No wider than the screen.
      const [whole, seen] = await page.evaluate<readonly [number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      )
      expect(whole).toBe(seen)
      await page.context().close()
    })
  })

  describe('the view of a norm', () => {
    it('says the same of a day as the server does, and of every day that the slider goes to', async () => {
      const { page } = await opened('/?subject=cat&asOf=1995-06-01', 'How it spread')
      const bound = async (): Promise<number> =>
        Number(/(\d+) of \d+ members/.exec((await page.locator('.sentence').textContent()) ?? '')?.[1])
      const slider = page.locator('.rail')
      for (const keys of [[], ['ArrowRight'], ['PageDown', 'PageDown'], ['End'], ['Home']]) {
        for (const key of keys) await slider.press(key)
        const day = await page.locator('.sentence time').getAttribute('datetime')
        const world = (await (await fetch(`${served.server.address}/v1/world/cat?asOf=${day}`)).json()) as {
          readonly states: readonly { readonly status: string; readonly inSystem: boolean }[]
        }
        const counted = world.states.filter(
          ({ status, inSystem }) => inSystem && ['IN_FORCE', 'EXIT_PENDING'].includes(status),
        )
        expect([day, await bound()]).toEqual([day, counted.length])
      }
      await page.context().close()
    })
    it('shows on 1 January 1985 who was a state then, and nobody who was not', async () => {
      const { page } = await opened('/?subject=cat&asOf=1985-01-01', 'How it spread')
      const worn = (shape: string): Promise<string | null> =>
        page.locator(`.map [data-shape="${shape}"]`).first().getAttribute('class')
      // Members of the United Nations: the depositary's own list of members, by date of admission.
      for (const state of ['rus', 'deu', 'ddr', 'yar', 'pdry', 'ukr', 'blr'])
        expect([state, await worn(state)]).toEqual([state, 'none'])
      const unions = await page
        .locator('.outlines [data-union]')
        .evaluateAll((all) => all.map((one) => one.dataset.union))
      expect(unions).toEqual(['Soviet Union', 'Yugoslavia', 'Czechoslovakia'])
      await page.locator('summary', { hasText: 'States on this date' }).click()
      const names = await page.locator('.table tbody th').allTextContents()
      for (const name of ['Czechoslovakia', 'Yugoslavia', 'German Democratic Republic', 'Democratic Yemen'])
        expect(names).toContain(name)
      for (const name of ['Latvia', 'Croatia', 'Slovakia', 'Yemen']) expect(names).not.toContain(name)
      await page.context().close()
    })
    it('says of what nothing is known that it is not known, and draws no curve of noughts', async () => {
      // The bundled case has no list of acts under the Convention on Certain Conventional Weapons.
      const { page } = await opened('/?subject=ccw&asOf=2020-01-01', 'is it known whether it had acted')
      expect(await page.locator('.sentence').textContent()).toMatch(/^Of none of the members of the United Nations/)
      expect(await page.locator('.legend').allTextContents()).toEqual([expect.not.stringMatching(/In force|No act/)])
      expect(await page.locator('.curve, .heartbeat, .multiples').count()).toBe(0)
      await page.context().close()
    })
    it('lets a state without a shape be chosen by pointer and by keyboard', async () => {
      const { page } = await opened('/?subject=cat&asOf=1995-06-01', 'How it spread')
      const box = await page.locator('.map [data-shape="mlt"]').boundingBox()
      if (box === null) throw new Error('Malta has no dot')
      // Nine pixels beside it.
      await page.mouse.click(box.x + box.width / 2 + 9, box.y + box.height / 2)
      await page.locator('.why h2', { hasText: 'Convention against Torture' }).waitFor()
      expect(await page.locator('.why .over').textContent()).toBe('Malta')
      await page.locator('summary', { hasText: 'States on this date' }).press('Enter')
      await page.getByRole('button', { name: 'Monaco' }).press('Enter')
      await page.locator('.why .over', { hasText: 'Monaco' }).waitFor()
      expect(new URL(page.url()).searchParams.get('why')).toBe('mco')
      await page.context().close()
    })
    it('takes a date as it is written, and refuses what is none', async () => {
      const { page } = await opened('/?subject=cat', 'How it spread')
      const date = page.getByRole('textbox', { name: 'Date' })
      await date.fill('20 November 1994')
      await date.press('Enter')
      expect(await page.locator('.sentence time').getAttribute('datetime')).toBe('1994-11-20')
      await date.fill('someday')
      await date.press('Enter')
      expect(await date.getAttribute('aria-invalid')).not.toBeNull()
      await page.context().close()
    })
  })

  it('finds a state and a treaty by any of their names, by keyboard alone', async () => {
    const { page } = await opened('/?log=', 'Live: new events')
    await page.keyboard.press('/')
    await page.keyboard.type('turkey istanbul conv')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Türkiye' }).waitFor()
    expect(new URL(page.url()).searchParams.get('subject')).toBe('istanbul')
    await page.context().close()
  })

  it('opens what the address of release 0.1 says', async () => {
    const { page } = await opened('/?state=deu&subject=cedaw&asOf=1990-01-01', 'Women')
    expect(await page.locator('.sentence').textContent()).toContain(
      'On 1\u00a0January\u00a01990, the Federal Republic of Germany was bound by',
    )
    await page.context().close()
  })

  it('cites an address that shows the same answer, and says so of none that does not', async () => {
    const { page } = await opened('/?subject=cat&asOf=1995-06-01', 'one third had consented')
    await page.getByRole('button', { name: 'Cite' }).first().click()
    const said = page.locator('.take [role=status]').first()
    await expect.poll(() => said.textContent()).toContain('release=')
    const address = new URL(/http\S+$/.exec((await said.textContent()) ?? '')?.[0] ?? '')
    expect(address.searchParams.get('asKnownAt')).toMatch(/^\d{4}-\d\d-\d\dT/)
    const cited = await opened(`/${address.search}`, 'one third had consented')
    expect(await cited.page.getByRole('note').count()).toBe(0)
    await cited.page.getByText('Nothing of it has changed since').waitFor()
    address.searchParams.set('release', '0'.repeat(32))
    const other = await opened(`/${address.search}`, 'one third had consented')
    expect(await other.page.getByRole('note').textContent()).toContain('0'.repeat(32))
    for (const each of [page, cited.page, other.page]) await each.context().close()
  })

  it('can be framed by anybody with ?embed, without forms, and else by nobody', async () => {
    const policy = async (path: string): Promise<string> =>
      (await fetch(`${served.server.address}${path}`)).headers.get('content-security-policy') ?? ''
    expect(await policy('/?subject=cat')).toContain("frame-ancestors 'none'")
    expect(await policy('/?subject=cat&embed')).toContain('frame-ancestors *')
    const { page } = await opened('/?subject=cat&embed', 'How it spread')
    expect(await page.locator('form:visible, .bar:visible').count()).toBe(0)
    await page.goto(`${served.server.address}/?log=&embed`)
    await page.getByText('Live: new events').waitFor()
    expect(await page.locator('form:visible, .bar:visible').count()).toBe(0)
    await page.context().close()
  })
})
