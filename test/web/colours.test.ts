import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { textureOf } from '../../web/src/map/texture-of.ts'
import { families, type Family } from '../../web/src/words/statuses.ts'
import { difference } from './sight/difference.ts'
import { labOf, lightOf, type Lab } from './sight/lab.ts'
import { seenBy, sights, type Sight } from './sight/seen-by.ts'

const styles = readFileSync(packagePath('web', 'styles', 'colours.css'), 'utf8')
const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

/** The colour of a token of the page's style sheet. */
const coloured = (token: string, scheme: Scheme): string => {
  const found = new RegExp(`--${token}: light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`).exec(styles)
  const colour = found?.[schemes.indexOf(scheme) + 1]
  if (colour === undefined) throw new Error(`colours.css has no colour ${token} for ${scheme}`)
  return colour
}
/** The colour that a family wears: that of a token which the style sheet names. */
const wornBy = (family: Family): string => {
  const token = new RegExp(`^\\.${family} \\{\\s*--worn: var\\(--(\\w+)\\)`, 'm').exec(styles)?.[1]
  if (token === undefined) throw new Error(`colours.css says not what ${family} wears`)
  return token
}
const seen = (token: string, scheme: Scheme, sight: Sight): Lab =>
  labOf(seenBy(sight, lightOf(coloured(token, scheme))))
const contrast = (one: string, other: string): number => {
  const luminance = (hex: string): number => {
    const [red, green, blue] = lightOf(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(schemes)('in %s colours', (scheme) => {
  const plain = families.filter((family) => textureOf[family] === undefined)

  // What stands side by side is told apart from 2 on; over a map, and small, it wants five times as much.
  it.each(sights)('families without a texture are told apart with %s', (sight) => {
    const apart = plain.flatMap((one, place) =>
      plain
        .slice(place + 1)
        .map((other): readonly [string, number] => [
          `${one} and ${other}`,
          difference(seen(wornBy(one), scheme, sight), seen(wornBy(other), scheme, sight)),
        ]),
    )
    expect(apart.length).toBeGreaterThan(0)
    expect(apart.filter(([, far]) => far < 10)).toEqual([])
  })
  it.each(sights)('lines are seen on what they are drawn over with %s', (sight) => {
    for (const family of families.filter((one) => textureOf[one] !== undefined)) {
      const lines = family === 'unknown' || family === 'outside' || family === 'untold' ? 'soft' : 'ink'
      const far = difference(seen(lines, scheme, sight), seen(wornBy(family), scheme, sight))
      expect([family, far >= 15]).toEqual([family, true])
    }
  })
  // WCAG 2.2: 1.4.3, text; 1.4.11, what shows where something can be typed or pressed.
  it.each(['paper', 'raised', 'shade', 'tint'])('text and edges stand out from %s', (ground) => {
    const on = (token: string): number => contrast(coloured(token, scheme), coloured(ground, scheme))
    for (const text of ['ink', 'soft', 'force']) expect([text, on(text) >= 4.5]).toEqual([text, true])
    expect(on('edge')).toBeGreaterThanOrEqual(3)
  })
})

it('gives no two families the same texture', () => {
  const worn = Object.values(textureOf)
  expect(new Set(worn).size).toBe(worn.length)
})

// Of the supplementary test data of Sharma, Wu and Dalal (2005).
it.each<readonly [Lab, Lab, number]>([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [50, 3.2592, 0.335], 1],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
])('measures how far %j is from %j', (one, other, far) => {
  expect(difference(one, other)).toBeCloseTo(far, 4)
})
