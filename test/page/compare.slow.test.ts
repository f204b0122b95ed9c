import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { servedInABrowser } from './served-in-a-browser.ts'
import { textOfDownload } from './text-of-download.ts'

/** Up to which day the depositary's table was read that a list of acts is from, as the list says in its first line. */
const tableOf = (list: string): string => {
  const [claim = ''] = readFileSync(packagePath('examples', list), 'utf8').split('\n')
  const { note = '' } = JSON.parse(claim) as { readonly note?: string }
  return /^The table as of (\d+ \w+ \d{4})/.exec(note)?.[1] ?? `no day in “${note}”`
}

const texts = async (page: Page, selector: string): Promise<readonly string[]> =>
  (await page.locator(selector).allTextContents()).map((text) => text.replaceAll('\u00a0', ' '))

describe('two side by side', () => {
  const served = servedInABrowser()
  const opened = async (path: string, text: string): Promise<Page> => {
    const { page } = await served.open(path)
    await page.locator('.sentence').filter({ hasText: text }).first().waitFor()
    return page
  }

  describe('say what has changed since the moment that is shown', () => {
    it.each([
      ['two treaties', 'cat,iccpr', ['Convention against Torture', 'Civil and Political Covenant']],
      ['two states', 'tur,grc', ['Türkiye', 'Greece']],
      ['two organisations', 'coe,nato', ['Council of Europe', 'NATO']],
    ])('%s: nothing of either, where nothing was recorded since', async (_, pair, names) => {
      const { recordedAt } = (await (await fetch(`${served.server.address}/v1/info`)).json()) as { recordedAt: string }
      const page = await opened(`/?compare=${pair}&asKnownAt=${recordedAt}`, 'On ')
      await page.locator('.changed .rule').nth(1).waitFor()
      const said = await texts(page, '.changed')
      expect(said.map((one) => one.replace(/since .*/, 'since'))).toEqual(
        names.map((name) => `${name}: nothing of it has changed since`),
      )
      await page.context().close()
    })
  })

  describe('say from which day on an answer is carried forward, and data through when', () => {
    it.each([
      ['two treaties', 'compare=cat,iccpr', 'convention-against-torture.jsonl'],
      ['two states under a treaty', 'compare=tur,grc&subject=iccpr', 'civil-rights-covenant.jsonl'],
    ])('%s', async (_, query, list) => {
      const through = tableOf(list)
      const page = await opened(`/?${query}&asOf=2026-03-01`, 'carried forward')
      const sentences = (await texts(page, '.sentence')).join(' ')
      expect(sentences).toContain(`from ${through}`)
      expect((await texts(page, '.note')).join(' ')).toMatch(new RegExp(`(known|Data) through ${through}`))
      await page.getByRole('button', { name: `Data through ${through}` }).waitFor()
      await page.goto(`${served.server.address}/?${query}&asOf=2025-12-31`)
      await page.locator('.sentence').filter({ hasText: '2025' }).first().waitFor()
      expect((await texts(page, '.sentence')).join(' ')).not.toContain('carried forward')
      await page.context().close()
    })
    it('two organisations', async () => {
      // examples/README.md, "What it covers": the members of both through 31 December 2024.
      const day = '31 December 2024'
      const readme = readFileSync(packagePath('examples', 'README.md'), 'utf8')
      expect(readme).toMatch(new RegExp(`\\| members of .*Council of Europe.*NATO \\| ${day} \\|`))
      const page = await opened('/?compare=coe,nato&asOf=2025-06-01', 'carried forward')
      const [sentence = ''] = await texts(page, '.sentence')
      expect(sentence).toContain(`carried forward, the Council of Europe from ${day} and NATO from ${day}.`)
      expect((await texts(page, '.note')).join(' ')).toContain(
        `NATO: data through ${day}, and carried forward from then.`,
      )
      await page.getByRole('button', { name: `Data through ${day}` }).waitFor()
      await page.goto(`${served.server.address}/?compare=coe,nato&asOf=2000-01-01`)
      await page.locator('.sentence').filter({ hasText: '2000' }).first().waitFor()
      expect((await texts(page, '.sentence')).join(' ')).not.toContain('carried forward')
      await page.context().close()
    })
  })

  it('say that a state was none on the day, and that a treaty was not there yet', async () => {
    // Croatia: declared independent on 25 June 1991, a member of the United Nations on 22 May 1992.
    const page = await opened('/?compare=hrv,hun&subject=cat&asOf=1985-01-01', 'Croatia')
    const [croatia = ''] = await texts(page, '.sentence')
    expect(croatia).toMatch(/^On 1 January 1985, Croatia was (not in the state system|no member of the United Nations)/)
    // The convention was adopted on 10 December 1984.
    await page.goto(`${served.server.address}/?compare=aut,hun&subject=cat&asOf=1980-01-01`)
    await page.locator('.sentence').filter({ hasText: '1 January 1980' }).first().waitFor()
    expect((await texts(page, '.sentence')).join(' ')).toContain('10 December 1984')
    await page.context().close()
  })
  it('call states as on the day: in the heading, beside lanes, in tables and links', async () => {
    // Notes to the list of Member States: the Soviet Union until 24 December 1991, Turkey until 2022.
    const page = await opened('/?compare=rus,tur&asOf=1985-01-01', 'the Soviet Union was bound by')
    const heading = 'Soviet Union (today Russian Federation) and Turkey (today Türkiye)'
    expect(await texts(page, 'h1')).toEqual([heading])
    expect(await page.title()).toContain(heading)
    const labels = (await texts(page, '.lane .label')).filter((label) => label.includes('today'))
    expect(new Set(labels)).toEqual(new Set(['Soviet Uniontoday Russian Federation', 'Turkeytoday Türkiye']))
    expect((await texts(page, 'thead th')).slice(1)).toEqual([
      'Soviet Union (today Russian Federation)',
      'Turkey (today Türkiye)',
    ])
    expect(await page.getByRole('link', { name: 'All that the Soviet Union did' }).count()).toBe(1)
    await page.locator('.rail').press('End')
    expect(await texts(page, 'h1')).toEqual(['Russian Federation and Türkiye'])
    expect((await texts(page, '.lane .label')).join(' ')).not.toContain('today')
    await page.context().close()
  })
  it('call states as on the day in the table of two treaties', async () => {
    const page = await opened('/?compare=cat,iccpr&asOf=1985-01-01', '1985')
    const names = await texts(page, 'tbody th')
    expect(names).toContain('Soviet Union (today Russian Federation)')
    expect(names).toContain('Turkey (today Türkiye)')
    expect(names).not.toContain('Türkiye')
    await page.context().close()
  })

  describe('are taken along, both', () => {
    it.each([
      ['tur,grc', { Türkiye: 'tur', Greece: 'grc' }, 'state'],
      ['cat,iccpr', { 'Convention against Torture': 'cat', 'Civil and Political Covenant': 'iccpr' }, ''],
      ['coe,nato', { 'the Council of Europe': 'coe', NATO: 'nato' }, 'igo'],
    ])('%s: a table of each, by its name', async (pair, ids, column) => {
      const page = await opened(`/?compare=${pair}&asOf=2000-01-01`, '2000')
      for (const [name, id] of Object.entries(ids)) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: new RegExp(`^CSV of .*${name}`) }).click(),
        ])
        expect(download.suggestedFilename()).toContain(id)
        const [head = '', ...rows] = (await textOfDownload(download)).trim().split('\n')
        expect(rows.length).toBeGreaterThan(5)
        const place = head.split(',').indexOf(column)
        if (column !== '') expect(new Set(rows.map((row) => row.split(',')[place]))).toEqual(new Set([id]))
        expect(await page.getByRole('link', { name: new RegExp(`^Parquet of .*${name}`) }).count()).toBe(1)
      }
      await page.context().close()
    })
    it('are cited with the releases of both answers, which their address shows again', async () => {
      const page = await opened('/?compare=tur,grc&subject=iccpr&asOf=2000-01-01', '2000')
      await page.getByRole('button', { name: 'Cite' }).first().click()
      const said = page.locator('.take [role=status]').first()
      await expect.poll(() => said.textContent()).toContain('release=')
      const cited = (await said.textContent()) ?? ''
      const [, ...ids] = /releases ([\da-f]{32}) \(Türkiye\) and ([\da-f]{32}) \(Greece\)/.exec(cited) ?? []
      expect(new Set(ids).size).toBe(2)
      const address = new URL(/http\S+$/.exec(cited)?.[0] ?? '')
      expect(address.searchParams.get('release')).toBe(ids.join())
      const again = await opened(`/${address.search}`, '2000')
      expect(await again.getByRole('note').count()).toBe(0)
      address.searchParams.set('release', `${ids[0]},${'0'.repeat(32)}`)
      const other = await opened(`/${address.search}`, '2000')
      expect(await other.getByRole('note').textContent()).toContain(`releases ${ids.join(' and ')}`)
      for (const one of [page, again, other]) await one.context().close()
    })
  })
})
