import { describe, expect, it } from 'vitest'
import { servedInABrowser } from './served-in-a-browser.ts'

/** Tuvalu never signed the Rome Statute, by the depositary's own list: whoever says so is seen to say it. */
const signature = {
  stream: 'treaty-rome',
  type: 'TreatySigned',
  occurred: '2000-06-06',
  sources: [{ citation: 'A letter that nobody has seen', kind: 'press' }],
  data: { actor: 'tuv' },
}

describe('what is recorded from the page', () => {
  const served = servedInABrowser()
  const log = async (token?: string) => {
    const opened = await served.open('/?log=')
    await opened.page.getByText('Live: new events').waitFor()
    if (token !== undefined) await opened.page.getByLabel('Token').fill(token)
    return opened.page
  }
  const append = async (page: Awaited<ReturnType<typeof log>>, text: string) => {
    await page.locator('summary', { hasText: 'Append events' }).click()
    await page.getByLabel('Events, one JSON object a line').fill(text)
    await page.getByRole('button', { name: 'Append' }).click()
  }

  it('wants a token, and says so at its field', async () => {
    const page = await log()
    await append(page, JSON.stringify(signature))
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Token').getAttribute('aria-invalid')).toBe('true')
    await page.context().close()
  })
  it('says which line is at fault, and records nothing', async () => {
    const page = await log(served.server.tokens.append)
    const before = await served.server.workspace.log.head()
    await append(page, `${JSON.stringify(signature)}\n{"stream":"treaty-rome"}`)
    await page.getByText('Line 2:').first().waitFor()
    expect(await served.server.workspace.log.head()).toEqual(before)
    await page.context().close()
  })
  it('appears at once, for whoever looks; and a correction is seen by both clocks', async () => {
    const watching = await log()
    const page = await log(served.server.tokens.admin)
    await append(page, JSON.stringify(signature))
    await page.getByText('Recorded: 1 event.').waitFor()
    const arrived = watching.locator('.events li', { hasText: 'Tuvalu: Signed' }).first()
    await arrived.waitFor()
    expect(await arrived.textContent()).toContain('6\u00a0June\u00a02000')
    const known = new Date().toISOString()

    await page.locator('.events li', { hasText: 'Tuvalu: Signed' }).first().getByRole('button').click()
    await page.getByLabel('The date as it should be, where it was wrong').fill('2000-09-09')
    await page.getByLabel('Why', { exact: true }).fill('Misread')
    await page.getByLabel('Who says so: a citation').fill('The letter itself')
    await page.getByRole('button', { name: 'Record the correction' }).click()
    await page.getByText('Recorded: 1 event.').last().waitFor()

    const sentence = async (clock: string): Promise<string> => {
      const { page: view } = await served.open(`/?state=tuv&subject=rome&asOf=2000-07-01${clock}`)
      await view.locator('.sentence').filter({ hasText: 'Tuvalu' }).waitFor()
      const text = (await view.locator('.sentence').textContent()) ?? ''
      await view.context().close()
      return text.replaceAll('\u00a0', ' ')
    }
    expect(await sentence('')).not.toContain('signed')
    expect(await sentence(`&asKnownAt=${known}`)).toContain('On 1 July 2000, Tuvalu had signed')
    for (const each of [watching, page]) await each.context().close()
  })
  it('is decided: a proposal that is rejected with a reason waits no more', async () => {
    const page = await log(served.server.tokens.review)
    await page.locator('summary', { hasText: 'Review proposals' }).click()
    const proposals = page.locator('.proposals > li')
    await proposals.first().waitFor()
    expect(await proposals.count()).toBe(2)
    await proposals.first().getByLabel('Because').fill('It is of another treaty')
    await proposals.first().getByRole('button', { name: 'Reject' }).click()
    await expect.poll(() => proposals.count()).toBe(1)
    const { items } = (await (await fetch(`${served.server.address}/v1/proposals?state=rejected`)).json()) as {
      readonly items: readonly { readonly decision: { readonly because: string } }[]
    }
    expect(items.map(({ decision }) => decision.because)).toEqual(['It is of another treaty'])
    await page.context().close()
  })
})
