import { DOMParser, type Element } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { svgElement, svgText, widths } from '../../src/exports/svg.ts'
import { xmlText } from '../../src/exports/xml.ts'
import type { Figure, FigurePoint, Reach } from '../../src/queries/question/figure.ts'

/** The elements of a name, in order; what is not well-formed throws. */
const drawn = (text: string) => {
  const document = new DOMParser({
    onError: (level, message) => {
      // A character in the place of one that XML forbids is meant.
      if (level === 'warning' && message.includes('replacement character')) return
      throw new Error(`${level}: ${message}`)
    },
  }).parseFromString(text, 'text/xml')
  return (name: string): readonly Element[] => [...document.getElementsByTagName(name)]
}
const number = (one: Element | undefined, name: string): number => Number(one?.getAttribute(name) ?? Number.NaN)
const words = (all: readonly Element[]): readonly string[] => all.map(({ textContent }) => textContent ?? '')
const pointsOf = (one: Element | undefined): readonly (readonly number[])[] =>
  (one?.getAttribute('points') ?? '').split(' ').map((pair) => pair.split(',').map(Number))

const point = (x: number, y: number | null, reach: Reach = 'covered', possible = y): FigurePoint => ({
  x,
  y,
  possible,
  reach,
})

const figure: Figure = {
  title: 'A title',
  subtitle: 'What it shows',
  description: 'It goes up.',
  about: ['counted are 2 of 4 states'],
  x: { title: 'Year', unit: 'time', from: 2000, to: 2002 },
  y: { title: 'Share of all', unit: 'share', from: 0, to: 1 },
  panels: [
    {
      lines: [{ label: 'Signed', last: '2 of 4', points: [point(2000, 0), point(2001, 0.25), point(2001.5, 0.5)] }],
      bars: [],
      marks: [
        { axis: 'y', at: 1 / 3, label: '1/3' },
        { axis: 'x', at: 2001.25, label: 'tips 2001-04-02' },
      ],
    },
  ],
  key: [{ sample: 'covered', means: 'whole: sources cover the year' }],
}
const withLine = (...points: readonly FigurePoint[]): Figure => ({
  ...figure,
  panels: [{ lines: [{ label: 'Signed', last: '', points }], bars: [], marks: [] }],
})

describe('where things are drawn', () => {
  const texts = drawn(svgText(figure, []))('text')
  const lines = drawn(svgText(figure, []))('line')
  const textOf = (label: string) => texts.find(({ textContent }) => textContent === label)
  const heightOf = (label: string): number => number(textOf(label), 'y')
  const [points] = drawn(svgText(figure, []))('polyline').map(pointsOf)
  const [bottom, top] = [heightOf('0 %'), heightOf('100 %')]

  it('1/3 lies at a third of the way from 0 % to 100 %', () =>
    expect(heightOf('1/3')).toBeCloseTo(bottom + (top - bottom) / 3, 1))
  it('its line lies there, too, across the plot', () => {
    const across = lines.filter((one) => number(one, 'y1') === number(one, 'y2'))
    const [zero, third] = ['0 %', '1/3'].map((label) => heightOf(label) - 3.5)
    const at = (height = 0) => across.find((one) => Math.abs(number(one, 'y1') - height) < 0.02)
    expect(number(at(third), 'x1')).toBe(number(at(zero), 'x1'))
    expect(number(at(third), 'x2')).toBe(number(at(zero), 'x2'))
  })
  it('a share of 1/2 lies half-way up, and 1/4 half-way to it', () => {
    const [zero, quarter, half] = points!.map(([, y]) => y!)
    expect(zero! - half!).toBeCloseTo((bottom - top) / 2, 1)
    expect(zero! - quarter!).toBeCloseTo((bottom - top) / 4, 1)
  })
  it('a year is named at its beginning, and its middle lies half-way to the next', () => {
    const [left, , middle] = points!.map(([x]) => x!)
    const yearAt = (year: string): number => number(textOf(year), 'x')
    expect(left).toBeCloseTo(yearAt('2000'), 1)
    expect(middle).toBeCloseTo((yearAt('2001') + yearAt('2002')) / 2, 1)
  })
  it('a mark stands upright at its day, named beside it', () => {
    const x = number(textOf('2001'), 'x') + (number(textOf('2002'), 'x') - number(textOf('2001'), 'x')) / 4
    expect(
      lines.some((one) => Math.abs(number(one, 'x1') - x) < 0.02 && one.getAttribute('x2') === one.getAttribute('x1')),
    ).toBe(true)
    expect(textOf('tips 2001-04-02')).toBeDefined()
  })
  it('the end of a line is named, with what it is a part of', () =>
    expect(words(texts)).toEqual(expect.arrayContaining(['Signed', '2 of 4'])))
})

describe('what a line rests on', () => {
  const dashesOf = (of: Figure) =>
    drawn(svgText(of, []))('polyline').map((one) => [one.getAttribute('stroke-dasharray'), pointsOf(one).length])
  it('is whole where sources cover it, broken from the last covered point on', () => {
    const [whole, broken] = dashesOf(
      withLine(point(2000, 0), point(2001, 0.5), point(2001.5, 0.5, 'carried'), point(2002, 1, 'carried')),
    )
    expect(whole).toEqual([null, 2])
    expect(broken![0]).toMatch(/^\d/)
    expect(broken![1]).toBe(3)
  })
  it('has another pattern where only acts are recorded', () => {
    const [one, other] = dashesOf(withLine(point(2000, 0, 'carried'), point(2001, 0, 'recorded')))
    expect(one![0]).not.toBe(other![0])
  })
  it('ends where nothing can be said, and begins anew after it', () =>
    expect(
      dashesOf(withLine(point(2000, 0), point(2000.5, 0), point(2001, null), point(2001.5, 1), point(2002, 1))),
    ).toEqual([
      [null, 2],
      [null, 2],
    ]))
  it('is shaded up to what is possible', () => {
    const [band] = drawn(svgText(withLine(point(2000, 0), point(2002, 0.5, 'covered', 1)), []))('polygon').map(pointsOf)
    const [line] = drawn(svgText(withLine(point(2000, 0), point(2002, 0.5, 'covered', 1)), []))('polyline').map(
      pointsOf,
    )
    expect(band!.slice(0, 2)).toEqual(line)
    const [start, end] = line!.map(([, y]) => y!)
    expect(start! - band![2]![1]!).toBeCloseTo(2 * (start! - end!), 1)
  })
  it('has no shade where nothing is uncertain', () =>
    expect(drawn(svgText(withLine(point(2000, 0), point(2002, 0.5)), []))('polygon')).toEqual([]))
})

describe('bars', () => {
  const withBars: Figure = {
    ...figure,
    x: { title: 'Year', unit: 'year', from: 2000, to: 2002 },
    y: { title: 'States', unit: 'count', from: -1, to: 4 },
    panels: [
      {
        lines: [],
        bars: [
          { x: 2000, y: 4, reach: 'covered', label: '4 of 9' },
          { x: 2001, y: -1, reach: 'carried' },
        ],
        marks: [],
      },
    ],
  }
  const all = drawn(svgText(withBars, []))
  const [, up, down] = all('rect')
  it('stand on 0 or hang from it, four times as long for four times as many', () => {
    expect(number(up, 'y') + number(up, 'height')).toBeCloseTo(number(down, 'y'), 1)
    expect(number(up, 'height')).toBeCloseTo(4 * number(down, 'height'), 1)
  })
  it('are hollow where no source covers the year', () => {
    expect(up!.getAttribute('fill')).not.toBe('#ffffff')
    expect(down!.getAttribute('fill')).toBe('#ffffff')
  })
  it('have the year below their middle', () => {
    const year = all('text').find(({ textContent }) => textContent === '2001')
    expect(number(year, 'x')).toBeCloseTo(number(down, 'x') + number(down, 'width') / 2, 1)
  })
})

describe('several panels', () => {
  const [panel] = figure.panels
  const many = drawn(
    svgText(
      {
        ...figure,
        panels: ['Africa', 'Asia', 'Europe', 'Oceania'].map((title) => ({ ...panel!, title, subtitle: '2 of 4' })),
      },
      [],
    ),
  )
  it('have the same axes: the same points lie at the same places in each', () => {
    const [first, second, , fourth] = many('polyline').map(pointsOf)
    const from = (points: readonly (readonly number[])[]) =>
      points.map(([x, y]) => [x! - points[0]![0]!, y! - points[0]![1]!].map((one) => Math.round(one * 10)))
    expect(from(second!)).toEqual(from(first!))
    expect(from(fourth!)).toEqual(from(first!))
    expect([second![0]![1], fourth![0]![0]]).toEqual([first![0]![1], first![0]![0]])
  })
  it('are each named, with their number and what it is a part of', () =>
    expect(words(many('text'))).toEqual(expect.arrayContaining(['Africa', 'Oceania', '2 of 4'])))
})

describe('the document', () => {
  const hostile = `Côte d'Ivoire <script>alert("1")</script> & \u0007\ud800\uffff`
  it('says what it is to who hears it read', () => {
    const all = drawn(svgText(figure, ['release 00ff']))
    const [svg] = all('svg')
    expect(svg!.getAttribute('role')).toBe('img')
    expect(svg!.getAttribute('aria-labelledby')).toBe('figure-title figure-desc')
    expect([all('title')[0]!.getAttribute('id'), all('desc')[0]!.getAttribute('id')]).toEqual([
      'figure-title',
      'figure-desc',
    ])
    expect(words(all('title'))).toEqual(['A title'])
    expect(words(all('desc'))).toEqual(['What it shows. It goes up. Counted are 2 of 4 states. Release 00ff.'])
  })
  it('has what its numbers are of, its release and its key as text in the picture', () =>
    expect(words(drawn(svgText(figure, ['release 00ff']))('text'))).toEqual(
      expect.arrayContaining(['Counted are 2 of 4 states.', 'Release 00ff.', 'whole: sources cover the year']),
    ))
  it('holds the terms of sources without drawing them', () => {
    const all = drawn(svgText(figure, [], 'Sources of the log: may be passed on: a'))
    expect(words(all('metadata'))).toEqual(['Sources of the log: may be passed on: a.'])
    expect(words(all('text')).join(' ')).not.toContain('may be passed on')
  })
  it('is well-formed whatever a name holds, and holds no mark-up of it', () => {
    const all = drawn(svgText({ ...figure, title: hostile, about: [hostile] }, [hostile]))
    expect(all('script')).toEqual([])
    expect(words(all('title'))).toEqual([`Côte d'Ivoire <script>alert("1")</script> & \\u0007\ufffd\ufffd`])
  })
  it('fetches nothing and runs nothing', () => {
    const text = svgText(figure, [])
    expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|url\(|<script|<style| style=/)
  })
  it('is the same bytes for the same figure, with two decimals at most', () => {
    expect(svgText(figure, [])).toBe(svgText(structuredClone(figure), []))
    expect(svgText(figure, [])).not.toMatch(/="[^"]*\d\.\d{3}/)
  })
  it('is 16 cm wide, and nothing in it is smaller than 7 points on paper', () => {
    const all = drawn(svgText(figure, []))
    const [svg] = all('svg')
    expect([svg!.getAttribute('width'), svg!.getAttribute('viewBox')!.split(' ')[2]]).toEqual(['160mm', '640'])
    // 640 units are 160 mm, or 453.5 points: one is 0.709 of a point.
    for (const one of all('text')) expect(number(one, 'font-size') * 0.709).toBeGreaterThan(7)
  })
  it('keeps its text between its edges, in a typeface whose letters are 0.58 of their size wide, 0.66 in bold', () => {
    const long = 'word '.repeat(200)
    for (const one of drawn(svgText({ ...figure, title: long, about: [long, 'x'.repeat(300)] }, []))('text')) {
      if (one.getAttribute('text-anchor') !== null) continue
      const width =
        (one.textContent ?? '').length *
        number(one, 'font-size') *
        (one.getAttribute('font-weight') === 'bold' ? 0.66 : 0.58)
      expect(number(one, 'x') + width).toBeLessThanOrEqual(640)
    }
  })
  it('has a picture of no panel', () =>
    expect(words(drawn(svgText({ ...figure, panels: [] }, []))('title'))).toEqual(['A title']))
})

describe('a figure in a document', () => {
  const narrow = (of: Figure) => xmlText(svgElement(of, { named: [], id: 'figure-2', width: widths.phone }))
  const [panel] = figure.panels
  const panels = ['Africa', 'Asia', 'Europe'].map((title) => ({
    ...panel!,
    title,
    subtitle: '51 of 54 on 2020-01-01; 1/3 on 1999-05-06',
  }))
  const texts = (of: Figure) => drawn(narrow(of))('text')

  it('has anchors of its own', () => {
    const [svg] = drawn(narrow(figure))('svg')
    expect(svg!.getAttribute('aria-labelledby')).toBe('figure-2-title figure-2-desc')
    expect(drawn(narrow(figure))('title')[0]!.getAttribute('id')).toBe('figure-2-title')
  })
  it('is half as wide on a phone, with text of the same size', () => {
    const [svg] = drawn(narrow(figure))('svg')
    expect([svg!.getAttribute('width'), svg!.getAttribute('viewBox')!.split(' ')[2]]).toEqual(['80mm', '320'])
    for (const one of texts(figure)) expect(number(one, 'font-size')).toBeGreaterThanOrEqual(10.5)
  })
  it('has two small panels beside each other there, three on paper', () => {
    const rowsOf = (all: readonly Element[]) =>
      panels.map(({ title }) =>
        number(
          all.find((one) => one.textContent === title),
          'y',
        ),
      )
    const [africa, asia, europe] = rowsOf(texts({ ...figure, panels }))
    expect(asia).toBe(africa)
    expect(europe).toBeGreaterThan(africa!)
    expect(new Set(rowsOf(drawn(svgText({ ...figure, panels }, []))('text'))).size).toBe(1)
  })
  it('has what stands below the name of a panel in lines no wider than it', () => {
    const all = texts({ ...figure, panels })
    const [africa, asia] = ['Africa', 'Asia'].map((name) =>
      number(
        all.find((one) => one.textContent === name),
        'x',
      ),
    )
    const lines = all.filter((one) => number(one, 'x') === africa && one.textContent !== 'Africa')
    const below = lines.filter((one) => '51 of 54 on 2020-01-01; 1/3 on 1999-05-06'.includes(one.textContent ?? ''))
    expect(new Set(words(below)).size).toBeGreaterThan(1)
    for (const one of below) expect(africa! + (one.textContent ?? '').length * 10.5 * 0.58).toBeLessThan(asia!)
  })
})
