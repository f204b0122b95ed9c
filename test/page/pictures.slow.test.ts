import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { servedInABrowser } from './served-in-a-browser.ts'
import { textOfDownload } from './text-of-download.ts'

/** The picture that a part of a page gives as SVG, with spaces that do break. */
const svgOf = async (page: Page, part: Locator): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    part.getByRole('button', { name: 'SVG', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.svg$/)
  return (await textOfDownload(download)).replaceAll('\u00a0', ' ')
}

/** What is written in a picture, lines that follow one another with a space between. */
const wordsOf = (picture: string): string =>
  [...picture.matchAll(/<text[^>]*>(.*?)<\/text>/gs)]
    .map(([, words = '']) => words.replaceAll(/<[^>]*>/g, ' '))
    .join(' ')
    .replaceAll(/\s+/g, ' ')

interface Pictured {
  readonly path: string
  /** What the part is called whose picture it is. */
  readonly part: string
  /** What is done before, where the part is not there at once. */
  readonly open?: (page: Page) => Promise<void>
  readonly title: string
  readonly legend: readonly string[]
}

const pictures: Readonly<Record<string, Pictured>> = {
  'the curve of a treaty': {
    path: '/?subject=cat&asOf=1995-06-01',
    part: 'Take the curve along',
    title: 'Convention against Torture: how it spread, 1 June 1995',
    legend: ['Signed or more', 'Consented', 'In force', 'Share of the members of the United Nations'],
  },
  'the instruments of a state': {
    path: '/?state=tur&subject=istanbul&asOf=2021-05-01',
    part: 'Take it along',
    title: 'Turkey (today Türkiye), 1 May 2021',
    legend: ['In force', 'Signed', 'Notice given, still bound', 'Left', 'Act', 'Exit'],
  },
  'the company of a state': {
    path: '/?state=tur&subject=istanbul&asOf=2021-05-01',
    part: 'Take its company in shared organisations along',
    title: 'The Istanbul Convention: Turkey and its company in shared organisations, 1 May 2021',
    legend: ['Turkey itself', 'in shared organisations', 'Of the weight', 'is observed'],
  },
  'what adds up to an exposure': {
    path: '/?state=tur&subject=istanbul&asOf=2021-05-01',
    part: 'Take what adds up along',
    open: async (page) => {
      await page.getByText('Its company as a table').first().click()
      const row = page.getByRole('row', { name: /^2020 in shared organisations/ })
      await row.getByRole('button', { name: '2020' }).click()
    },
    title: 'the Istanbul Convention, 31 December 2020',
    legend: ['What each adds to the value', 'What each organisation adds', 'Together', 'of the weight is observed'],
  },
  'the members of an organisation': {
    path: '/?organisation=coe&asOf=2000-01-01',
    part: 'Take it along',
    title: 'Council of Europe, 1 January 2000',
    legend: ['Member', 'Exit', 'that ever belonged to it'],
  },
  'the scores of an organisation': {
    path: '/?organisation=coe&score=cirights:physint&asOf=2000-01-01',
    part: 'Take the scores along',
    title: 'Council of Europe: Physical integrity',
    legend: ['Mean of the rated members', 'One standard deviation above and below', '1 January 2000'],
  },
  'two states': {
    path: '/?compare=tur,grc&asOf=2000-01-01',
    part: 'Take it along',
    title: 'Turkey (today Türkiye) and Greece, 1 January 2000',
    legend: ['In force', 'Signed', 'Consented, not yet in force'],
  },
  'two treaties': {
    path: '/?compare=cat,iccpr&asOf=2000-01-01',
    part: 'Take it along',
    title: 'Convention against Torture, and Civil and Political Covenant, 1 January 2000',
    legend: ['Share of the members of the United Nations', '(solid)', '(dashed)'],
  },
  'two organisations': {
    path: '/?compare=coe,nato&asOf=2000-01-01',
    part: 'Take it along',
    title: 'Council of Europe and NATO, 1 January 2000',
    legend: ['Member', 'Exit', 'belonged to both at some time'],
  },
}

describe('a picture that is saved', () => {
  const served = servedInABrowser()

  it.each(Object.entries(pictures))('has its day, legend, source and release: %s', async (_, wanted) => {
    const { path, part, open, title, legend } = wanted
    const { page } = await served.open(path, { colorScheme: 'dark' })
    await open?.(page)
    const taken = page.getByRole('region', { name: part, exact: true }).first()
    await taken.waitFor()
    // What is drawn when it has a width is there.
    await page.waitForTimeout(400)
    const picture = await svgOf(page, taken)
    const words = wordsOf(picture)
    expect(words).toContain(title)
    for (const one of legend) expect(words).toContain(one)
    expect(words).toMatch(/as known on \d{1,2} \w+ \d{4}/)
    expect(words.replaceAll(' ', '')).toMatch(/normtrail,asknownon.*releases?[\da-f]{32}/)
    // In the colours of paper, though the page is dark.
    expect(picture).toContain('<rect width="100%" height="100%" fill="white"/>')
    await page.context().close()
  })
})
