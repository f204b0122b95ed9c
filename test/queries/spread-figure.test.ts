import { describe, expect, it } from 'vitest'
import { svgText } from '../../src/exports/svg.ts'
import { spreadFigure } from '../../src/queries/spread/spread-figure.ts'
import { spreadSparklines } from '../../src/queries/spread/spread-sparklines.ts'
import { toySpread } from '../support/toy-spread.ts'

describe('the curve', () => {
  const figure = spreadFigure(toySpread)
  const [signed, consented] = figure.panels[0]!.lines
  it('has the share of each year at its end: 31 December has 364 of 365 days before it', () => {
    expect(consented!.points.map(({ x }) => x)).toEqual([2000 + 365 / 366, 2001 + 364 / 365, 2002 + 364 / 365])
    expect(consented!.points.map(({ y }) => y)).toEqual([0, 0.5, 0.5])
  })
  it('has the day asked about at the end, where the year is not over', () => {
    // 2 July is day 183: 182 days of 365 are before it.
    const [line] = spreadFigure({ ...toySpread, asOf: '2002-07-02' }).panels[0]!.lines
    expect(line!.points.at(-1)!.x).toBe(2002 + 182 / 365)
  })
  it('has what may be so as well: 4 certain and 1 possible of 8', () =>
    expect(consented!.points.map(({ possible }) => possible)).toEqual([0, 0.625, 0.5]))
  it('tells years that sources cover from those that are carried, or only recorded', () => {
    expect(consented!.points.map(({ reach }) => reach)).toEqual(['covered', 'covered', 'carried'])
    expect(signed!.points.map(({ reach }) => reach)).toEqual(['covered', 'covered', 'recorded'])
    expect(figure.key.map(({ sample }) => sample)).toEqual(['covered', 'carried', 'recorded', 'possible', 'mark'])
  })
  it('explains no kind of line that it does not have', () => {
    const found = { ...toySpread, curve: toySpread.curve.slice(0, 1) }
    expect(spreadFigure(found).key.map(({ sample }) => sample)).toEqual(['covered', 'mark'])
  })
  it('marks the share that tips, and the day on which it did', () =>
    expect(figure.panels[0]!.marks).toEqual([
      { axis: 'y', at: 1 / 3, label: '1/3' },
      { axis: 'x', at: 2001 + 182 / 365, label: 'tips 2001-07-02: 4 of 8' },
    ]))
  it('marks no day where it was not reached', () => {
    const { panels, key } = spreadFigure({ ...toySpread, tipping: null })
    expect(panels[0]!.marks.map(({ axis }) => axis)).toEqual(['y'])
    expect(key.at(-1)!.means).toContain('it was not reached')
  })
  it('counts others in both where all actors are the denominator', () => {
    const others = toySpread.curve.map((year) => ({ ...year, consented: { ...year.consented, outside: 1 } }))
    const parameters = { ...toySpread.parameters, denominator: 'actors' }
    const [, line] = spreadFigure({ ...toySpread, parameters, curve: others }).panels[0]!.lines
    // 4 members and 1 other, of 8 and 1; in 2001 one more may have.
    expect([line!.last, line!.points[1]!.possible]).toEqual(['5 of 9', 6 / 9])
  })
  it('says in words what it is of: threshold, system, denominator, sources, the day', () => {
    const text = svgText(figure, [])
    for (const one of ['members of the un state system', 'by CONSENTED', '4 of 8 = 50.0 %', 'toy-list', '2002-12-31'])
      expect(text).toContain(one)
  })
  it('says so where no source covers it, and whom it believes where that was asked', () => {
    const { about } = spreadFigure({ ...toySpread, coveredBy: [], sources: 'dataset' })
    expect(about).toEqual(
      expect.arrayContaining([
        'no source says that it holds all acts of members of the un state system',
        'where sources tell rival things: dataset',
      ]),
    )
  })
})

describe('the heartbeat', () => {
  const figure = spreadFigure({ ...toySpread, part: 'hazard' })
  it('has a bar up for adoptions and one down for exits, hollow where no source covers the year', () =>
    expect(figure.panels[0]!.bars).toEqual([
      { x: 2001, y: 4, reach: 'covered', label: '4 of 8 at risk' },
      { x: 2002, y: 1, reach: 'carried' },
      { x: 2002, y: -1, reach: 'carried', label: '1' },
    ]))
  it('counts them in words', () =>
    expect(figure.description).toContain('5 adoptions, 1 exits. Most in 2001: 4 of 8 at risk. Exits in 2002: 1.'))
  it('is drawn where nobody adopted', () =>
    expect(svgText(spreadFigure({ ...toySpread, part: 'hazard', curve: toySpread.curve.slice(0, 1) }), [])).toContain(
      'adoptions (0)',
    ))
})

describe('the regions', () => {
  const figure = spreadFigure({ ...toySpread, part: 'regions' })
  it('are a panel each, on the same axes, with their number and the day on which they tipped', () =>
    expect(figure.panels.map(({ title, subtitle }) => [title, subtitle])).toEqual([
      ['Europe', '4 of 8; 1/3 on 2001-07-02'],
      ['Oceania', '0 of 1'],
    ]))
  it('have no share where the group had no members', () =>
    expect(figure.panels[0]!.lines[0]!.points.map(({ y, possible }) => [y, possible])).toEqual([
      [null, null],
      [0.5, 0.625],
      [0.5, 0.5],
    ]))
  it('say what is taken for granted of groups, and not what is of channels', () =>
    expect(figure.about.filter((one) => one.startsWith('assumed'))).toEqual([
      'assumed: m49-region is that of today, applied to every earlier day',
    ]))
  it('are drawn where there are none', () =>
    expect(svgText(spreadFigure({ ...toySpread, part: 'regions', regions: [] }), [])).toContain('<svg'))
})

describe('other parts', () => {
  it.each(['adopters', 'never'] as const)('%s has no figure: what has one is named', (part) =>
    expect(() => spreadFigure({ ...toySpread, part })).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: expect.stringContaining(`"${part}" has no figure`) as unknown,
        hint: expect.stringContaining('curve (where none is named), hazard, regions') as unknown,
      }),
    ),
  )
})

describe('sparklines', () => {
  it('are the shares 0, 4 and 4 of 8, and the adopters 0, 4 and 1 of at most 4', () =>
    // Of seven steps: 0, 3.5 (rounded up: 4) twice; 0, 7, 1.75 (2).
    expect(spreadSparklines(toySpread)).toEqual([
      'share     ▁▅▅  2000 to 2002; at the end 4 of 8',
      'adopters  ▁█▃  most: 4 of 8 at risk in 2001',
    ]))
  it('put years together where there are more than sixty', () => {
    const [first] = toySpread.curve
    const curve = Array.from({ length: 100 }, (_, i) => ({ ...first!, year: 1900 + i, adopters: i === 51 ? 3 : 0 }))
    const [share, adopters] = spreadSparklines({ ...toySpread, curve })
    expect(share).toBe(`share     ${'▁'.repeat(50)}  1900 to 1999, 2 years a sign; at the end 0 of 8`)
    expect(adopters).toBe(`adopters  ${'▁'.repeat(25)}█${'▁'.repeat(24)}  most: 3 in 1950–1951, of 8 at risk before`)
  })
  it('say that nobody adopted', () =>
    expect(spreadSparklines({ ...toySpread, curve: toySpread.curve.slice(0, 1) })[1]).toBe('adopters  ▁  none'))
  it('hold nothing but text and blocks', () =>
    expect(spreadSparklines(toySpread).join('\n')).toMatch(/^[\x20-\x7e\n▁-█–]+$/))
})
