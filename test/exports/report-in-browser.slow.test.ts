import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportHtml } from '../../src/exports/report-html.ts'
import { written } from '../../src/exports/write-answer.ts'
import type { Report } from '../../src/queries/question/report.ts'
import { theBundledCase } from '../support/a-workspace-of.ts'
import { questionNamed } from '../support/ask.ts'
import { browserPath, openBrowser, type BrowserPage } from '../support/browser.ts'
import { sharedByTheRun } from '../support/run/shared.ts'
import { aReport } from './a-report.ts'

/** Words and tables that are wider than a phone. */
const wide: Report = {
  ...aReport,
  title: `${aReport.title} ${'unbroken'.repeat(12)}`,
  sections: [
    ...aReport.sections,
    {
      id: 'wide',
      heading: 'Wide',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [{ text: `${'word'.repeat(40)}.`, cites: aReport.references.map(({ id }) => id) }],
        },
        {
          kind: 'table',
          caption: { text: 'A wide table.', cites: ['q-spread'] },
          head: Array.from({ length: 12 }, (_, index) => `Column ${index}`),
          rows: [{ cells: Array.from({ length: 12 }, () => '1998-07-23') }],
        },
      ],
    },
  ],
  references: aReport.references.map((one) => ({ ...one, facts: { ...one.facts, event: 'e'.repeat(200) } })),
}

const path = browserPath() ?? (await sharedByTheRun('browser'))

describe('a report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-report-'))
  const file = join(folder, 'report.html')
  const address = pathToFileURL(file).href
  let page: BrowserPage
  beforeAll(async () => {
    writeFileSync(file, reportHtml(wide, { named: ['as of 2020-01-01; release 0123'], terms: 'Sources: none' }))
    page = await openBrowser(path)
  })
  afterAll(async () => {
    await page.close()
    rmSync(folder, { recursive: true })
  })

  const media = (name: string, scheme: 'light' | 'dark' = 'light') =>
    page.send('Emulation.setEmulatedMedia', {
      media: name,
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    })
  const opened = async (width: number, name = '', scheme: 'light' | 'dark' = 'light'): Promise<void> => {
    await page.send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: true })
    await media(name, scheme)
    await page.open(address)
  }
  const styleOf = (selector: string, property: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`)

  it('asks for nothing but itself, and breaks no rule of its policy', async () => {
    await opened(1000)
    expect(page.requests.filter((url) => url !== address)).toEqual([])
    expect(page.requests).toContain(address)
    expect(page.complaints).toEqual([])
    // Its style is applied, and nothing else may be.
    expect(await styleOf('body', 'maxWidth')).toBe('672px')
    await page.evaluate(`document.body.setAttribute('style', 'max-width: 1px')`)
    expect(await styleOf('body', 'maxWidth')).toBe('672px')
  })
  it.each([360, 768, 1280])('is no wider than a screen of %s pixels; a wide table moves in its box', async (width) => {
    await opened(width)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    const outside = `[...document.querySelectorAll('body *')].filter((one) =>
      !one.closest('.box') && one.getBoundingClientRect().right > innerWidth + 0.5).map((one) => one.outerHTML)`
    expect(await page.evaluate(outside)).toEqual([])
    const [inside, box] = await page.evaluate<readonly [number, number]>(
      `((one) => [one.scrollWidth, one.clientWidth])([...document.querySelectorAll('.box')].at(-1))`,
    )
    expect(inside).toBeGreaterThan(box)
  })
  it('draws figures for a phone, with text no smaller than 10 pixels, and for wider screens', async () => {
    const drawn = `[...document.querySelectorAll('svg')].filter((one) => one.checkVisibility()).map((one) =>
      one.getBoundingClientRect().width / one.viewBox.baseVal.width * 10.5)`
    for (const width of [360, 1280]) {
      await opened(width)
      const sizes = await page.evaluate<readonly number[]>(drawn)
      expect(sizes.length).toBe(1)
      expect(sizes[0]).toBeGreaterThan(10)
    }
  })
  it('prints its references with their addresses, in black, and without the ways back', async () => {
    await opened(1000, 'print', 'dark')
    const shown = `[...document.querySelectorAll('#references li')].map((one) => one.innerText)`
    const references = await page.evaluate<readonly string[]>(shown)
    expect(references.length).toBe(6)
    expect(references[4]).toContain('https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5')
    expect(references.filter((text) => text.includes('↑'))).toEqual([])
    expect(await styleOf('#references a', 'color')).toBe('rgb(0, 0, 0)')
    expect(await styleOf('body', 'backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await styleOf('nav', 'display')).toBe('none')
    // 170 mm, what is left of an A4 page.
    await page.send('Emulation.setDeviceMetricsOverride', {
      width: 643,
      height: 900,
      deviceScaleFactor: 1,
      mobile: false,
    })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(643)
    const { data } = await page.send('Page.printToPDF', { preferCSSPageSize: true })
    expect(Buffer.from(String(data), 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })
  it('leads to a reference, and back', async () => {
    await opened(1000)
    await page.evaluate(`document.querySelector('#sentence-4 a').click()`)
    expect(await page.evaluate(`document.querySelector(':target').id`)).toBe('e-fra-r')
    await page.evaluate(`document.querySelector(':target .back a').click()`)
    expect(await page.evaluate(`document.querySelector(':target').id`)).toBe('sentence-4')
  })
  it.each(['light', 'dark'] as const)('has text that stands out from its ground, %s', async (scheme) => {
    await opened(1000, '', scheme)
    const ground = luminanceOf(await styleOf('body', 'backgroundColor'))
    expect(ground > 0.5).toBe(scheme === 'light')
    for (const selector of ['body', '.named', '.cites', '.cites a', 'nav a', '.kind', '.terms', '.n']) {
      const text = luminanceOf(await styleOf(selector, 'color'))
      const ratio = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05)
      expect(ratio, selector).toBeGreaterThan(4.5)
    }
  })
})

describe('the audits of the bundled case, in a browser', () => {
  const { workspace } = theBundledCase()
  let page: BrowserPage
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-audit-'))
  beforeAll(async () => {
    page = await openBrowser(path)
  })
  afterAll(async () => {
    await page.close()
    rmSync(folder, { recursive: true })
  })
  it.each([{ norm: 'landmines' }, { norm: 'torture', state: 'chl' }])(
    'asks for nothing, is no wider than a phone, and every link in it leads somewhere: %o',
    async (input) => {
      const audit = questionNamed('audit')
      const world = await workspace().world({ asOf: '2026-02-03' })
      const { chunks } = await written(audit, world, audit.input.parse(input), 'html')
      const file = join(folder, 'audit.html')
      for await (const chunk of chunks) writeFileSync(file, chunk)
      await page.send('Emulation.setDeviceMetricsOverride', {
        width: 360,
        height: 800,
        deviceScaleFactor: 1,
        mobile: true,
      })
      await page.send('Emulation.setEmulatedMedia', { media: '' })
      const address = pathToFileURL(file).href
      await page.open(address)
      expect(page.requests.filter((url) => url !== address)).toEqual([])
      expect(page.complaints).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
      const astray = `[...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute('href').slice(1))
        .filter((id) => document.getElementById(id) === null)`
      expect(await page.evaluate(astray)).toEqual([])
      expect(await page.evaluate(`document.querySelectorAll('a[href^="#"]').length`)).toBeGreaterThan(100)
      await page.send('Emulation.setEmulatedMedia', { media: 'print' })
      expect(await page.evaluate(`document.querySelector('#references li').checkVisibility()`)).toBe(true)
    },
  )
})

/** The relative luminance of a colour, as WCAG 2.2 defines it; 4.5 : 1 is what its level AA asks of text. */
const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [...colour.matchAll(/\d+/g)].map(([part]) => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
