import { DOMParser, type Element } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { reportHtml } from '../../src/exports/report-html.ts'
import { policy, style } from '../../src/exports/report-style.ts'
import type { Report } from '../../src/queries/question/report.ts'
import { aReport } from './a-report.ts'

const named = ['as of 2020-01-01, up to event 7; release 0123']
const page = reportHtml(aReport, { named, terms: 'Sources of the log: none' })

/** The elements of a name, in order. What is not well-formed throws. */
const parsed = (text: string) => {
  const document = new DOMParser({
    onError: (level, message) => {
      // A character in the place of one that XML forbids is meant.
      if (level === 'warning' && message.includes('replacement character')) return
      throw new Error(`${level}: ${message}`)
    },
  }).parseFromString(text, 'text/xml')
  return (name: string): readonly Element[] => [...document.getElementsByTagName(name)]
}
const words = (one: Element | undefined): string => (one?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
const on = parsed(page)
const idsOf = (all: readonly Element[]) => all.flatMap((one) => one.getAttribute('id') ?? [])
const byId = (id: string): Element | undefined => on('*').find((one) => one.getAttribute('id') === id)

describe('a report as HTML', () => {
  it('says a sentence with its sources in brackets, each a link', () =>
    expect(page).toContain(
      '<span id="sentence-4">France signed on <span class="day">1997-12-03</span> and ratified on ' +
        '<span class="day">1998-07-23</span>.\u00a0<span class="cites">[' +
        '<a href="#e-fra-r" role="doc-biblioref" aria-label="Reference 5">5</a>, ' +
        '<a href="#e-fra-s" role="doc-biblioref" aria-label="Reference 6">6</a>]</span></span>',
    ))
  it('lists references by number, with what kind they are, where they are found, and the ways back', () =>
    expect(words(byId('references')).slice('References '.length)).toBe(
      '[1]Event. The treaty entered into force. ↑ 2 ' +
        '[2]Answer. Who is bound, and since when. (release 0123456789abcdef; command normtrail spread landmines ' +
        '--as-of 2020-01-01) ↑ 2 3 ' +
        '[3]Coverage. UNTC covers the parties of the treaty from 1997 to 2020. ↑ 2 3 ' +
        '[4]Event. Six organisations founded the campaign. icbl, a leaflet ↑ 2 ' +
        '[5]Event. France ratified the treaty on 1998-07-23. UNTC, chapter XXVI, 5. ' +
        'https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5 ' +
        '(event 0191d3a2-0000-7000-8000-000000000002) ↑ 2 3 ' +
        '[6]Event. France signed the treaty on 1997-12-03. (event fra-s) ↑ 2',
    ))
  it('leads from each sentence to its references, and back', () => {
    const links = on('a').map((one) => one.getAttribute('href') ?? '')
    const ids = idsOf(on('*'))
    expect(links.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([])
    const back = [...(byId('q-spread')?.getElementsByTagName('a') ?? [])].map((one) => one.getAttribute('href'))
    // The second sentence of the subtitle, the captions of the table and of the figure.
    expect(back).toEqual(['#sentence-2', '#sentence-8', '#sentence-10'])
    expect(words(byId('sentence-8'))).toBe('States, and when they were bound. [2]')
  })
  it('has no two parts of the same anchor', () => {
    const ids = idsOf(on('*'))
    expect(ids.length).toBeGreaterThan(20)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
  it('has one first heading, and no level is left out', () => {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect(levels).toEqual([1, 2, 2, 3, 2])
  })
  it('names what the answer is, and on which terms its sources are to be had', () => {
    expect(words(on('main')[0])).toMatch(/normtrail \S+\. As of 2020-01-01, up to event 7; release 0123\./)
    expect(words(on('footer')[0])).toBe('Sources of the log: none.')
    expect(words(on('title')[0])).toBe('Audit of the norm against anti-personnel landmines')
    expect(on('html')[0]?.getAttribute('lang')).toBe('en')
  })
  it('has a table with heads of columns and rows, numbers apart, and the sources of each row', () => {
    const rows = on('tr').map((row) => words(row))
    expect(rows).toEqual([
      'State Ratified Years since signature Sources',
      'France 1998-07-23 0.6 [5]',
      'Finland 2012-01-09 0',
    ])
    expect(on('th').map((one) => one.getAttribute('scope'))).toEqual(['col', 'col', 'col', 'col', 'row', 'row'])
    expect(
      on('td')
        .filter((one) => one.getAttribute('class') === 'number')
        .map(words),
    ).toEqual(['0.6', '0'])
  })
  it('has its figures in it, each in words, too', () => {
    expect(on('svg').length).toBe(2)
    for (const svg of on('svg')) {
      const [title = '', description = ''] = (svg.getAttribute('aria-labelledby') ?? '').split(' ')
      expect(words(byId(title))).toBe('States that are bound by the Mine Ban Convention')
      expect(words(byId(description))).toContain('The share goes from 0 to 3/4.')
    }
  })
  it('is the same for the same report', () =>
    expect(reportHtml(aReport, { named, terms: 'Sources of the log: none' })).toBe(page))
  it('runs nothing, and asks nobody for anything: what it links to is only gone to', () => {
    expect(page.match(/<script|<link|<img|<iframe|\ssrc=|\son\w+=|\sstyle=|@import|url\(/g)).toBeNull()
    expect(on('meta').map((one) => one.getAttribute('content'))).toContain(policy)
    expect(page).toContain(`<style>${style}</style>`)
  })
})

describe('what a report says in HTML', () => {
  const mean = `<b onclick="alert(1)">&amp; "it's" </b></style><script>alert(1)</script>\u202e`
  const seen = mean.replace('\u202e', String.raw`\u202e`)
  const report: Report = {
    title: mean,
    subtitle: [{ text: mean, cites: ['a'] }],
    sections: [
      {
        id: 'one',
        heading: mean,
        blocks: [
          { kind: 'list', items: [[{ text: mean, cites: ['a'] }]] },
          { kind: 'table', caption: { text: mean, cites: ['a'] }, head: [mean, mean], rows: [{ cells: [mean, mean] }] },
        ],
      },
    ],
    references: [{ id: 'a', kind: 'event', text: mean, url: mean, facts: { [mean]: mean } }],
  }
  const meant = parsed(reportHtml(report, { named: [mean], terms: mean }))
  it('is nothing but text, wherever it stands', () => {
    for (const name of ['title', 'h1', 'h2', 'li', 'th', 'td', 'figcaption', 'footer'])
      expect(meant(name).filter((one) => words(one).includes(seen)).length, name).toBeGreaterThan(0)
    expect(meant('b')).toEqual([])
    expect(meant('script')).toEqual([])
    expect(meant('style').map((one) => one.textContent)).toEqual([style])
  })
  it('links an address of the web, and no other', () => {
    const hrefs = (url: string) =>
      parsed(reportHtml({ ...report, references: [{ id: 'a', kind: 'event', text: 'x', url }] }, { named: [] }))('a')
        .map((one) => one.getAttribute('href') ?? '')
        .filter((href) => !href.startsWith('#'))
    expect(hrefs('https://example.org/?a=1&b="')).toEqual([])
    expect(hrefs('https://example.org/?a=1&b=2')).toEqual(['https://example.org/?a=1&b=2'])
    expect(hrefs('javascript:alert(1)')).toEqual([])
    expect(hrefs('data:text/html,x')).toEqual([])
  })
  it('lists the sections of one in its contents, many of them when they are asked for', () => {
    const sectionOf = (id: string, count: number) => ({
      id,
      heading: id,
      blocks: [],
      sections: Array.from({ length: count }, (_, index) => ({ id: `${id}${index}`, heading: 'H', blocks: [] })),
    })
    const [nav] = parsed(
      reportHtml({ ...report, sections: [sectionOf('few', 8), sectionOf('many', 9)] }, { named: [] }),
    )('nav')
    expect([...nav!.getElementsByTagName('a')].length).toBe(2 + 8 + 9 + 1)
    expect([...nav!.getElementsByTagName('details')].map((one) => one.getElementsByTagName('a').length)).toEqual([9])
    expect([...nav!.getElementsByTagName('summary')].map(words)).toEqual(['9 sections'])
  })
  it('lists eight ways back, and says how many more there are', () => {
    const many: Report = { ...report, subtitle: Array.from({ length: 20 }, () => ({ text: 'It is.', cites: ['a'] })) }
    const back = parsed(reportHtml(many, { named: [] }))('span').filter((one) => one.getAttribute('class') === 'back')
    // With a list item and a caption it is cited by 22.
    expect(back.map(words)).toEqual(['↑ 2 3 4 5 6 7 8 and 14 more'])
  })
})
