import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainRows } from '../real-data/plain-csv.ts'
import { dataFolder } from '../support/run/published.ts'
import { catalogueNames } from './catalogue-names.ts'
import { isoNames, otherForms, worldBankNames } from './lists-of-names.ts'

const names = catalogueNames()

/** What a list of names does not come to: each name with its code, and whom it means instead. */
const lost = (list: readonly (readonly [id: string, name: string])[]): readonly string[] =>
  list.flatMap(([id, name]) => {
    const found = names.find('state', 'name', name)
    const onDay = found ?? names.find('state', 'name', name, { year: 2005 })
    return onDay === id ? [] : [`${name}: ${onDay ?? 'nobody'}, not ${id}`]
  })
const split = (lines: readonly string[]) =>
  lines.map((line) => [line.slice(0, line.indexOf('|')).toLowerCase(), line.slice(line.indexOf('|') + 1)] as const)

describe('the names of others', () => {
  it.each([
    ['ISO 3166-1', isoNames, 249],
    ['the World Bank', worldBankNames, 220],
    ['other datasets', otherForms, 80],
  ])('%s: every one means its state', (_, list, atLeast) => {
    expect(list.length).toBeGreaterThanOrEqual(atLeast)
    expect(lost(split(list))).toEqual([])
  })
  it('mean nobody where two names in one are of two', () => {
    expect(names.find('state', 'name', 'Morocco/Western Sahara', { year: 2005 })).toBeUndefined()
    expect(names.find('state', 'name', 'Senegal/Gambia', { year: 2005 })).toBeUndefined()
  })
  it('are not mixed up by what is left out of them', () => {
    expect(names.find('state', 'name', 'Republic of the Congo')).toBe('cog')
    expect(names.find('state', 'name', 'Democratic Republic of the Congo')).toBe('cod')
    expect(names.find('state', 'name', 'Guinea, Republic of')).toBe('gin')
    expect(names.find('state', 'name', 'Dominica, Commonwealth of')).toBe('dma')
    expect(names.find('state', 'name', 'China, Republic of')).toBe('twn')
    expect(names.find('state', 'name', "China (the People's Republic of)")).toBe('chn')
  })
})

const iso3 = (code: string) => names.find('state', 'iso3', code, { year: 2015 })

const isThere = existsSync(dataFolder)

describe.skipIf(!isThere)('the crosswalk of country codes', () => {
  // What is skipped is read all the same, down to its tests.
  const crosswalk = isThere ? plainRows('states/country_crosswalk.csv') : []
  const rows = crosswalk.filter((row) => row['iso3c'] !== '')

  it('has every code of ISO under the actor of its alpha-3', () => {
    const wrong = rows.flatMap((row) =>
      (
        [
          ['iso2', 'iso2c'],
          ['iso-num', 'iso3n'],
        ] as const
      ).flatMap(([scheme, column]) => {
        const code = (row[column] ?? '').replace(/\.0$/, '')
        const found = code === '' ? iso3(row['iso3c'] ?? '') : names.find('state', scheme, code, { year: 2015 })
        return found !== undefined && found === iso3(row['iso3c'] ?? '') ? [] : [`${scheme} ${code}: ${found}`]
      }),
    )
    expect(wrong).toEqual([])
  })
  it('has every code of Polity5 and V-Dem under the same actor, but for the one that it gives another name', () => {
    const wrong = rows.flatMap((row) =>
      (
        [
          ['polity', 'p5n'],
          ['vdem', 'vdem'],
        ] as const
      ).flatMap(([scheme, column]) => {
        const code = (row[column] ?? '').replace(/\.0$/, '')
        if (code === '') return []
        const found = names.find('state', scheme, code, { year: 2015 })
        return found === iso3(row['iso3c'] ?? '') ? [] : [`${scheme} ${code}: ${found}, not ${row['iso3c']}`]
      }),
    )
    // The crosswalk gives the Papal States' number to the Vatican, and V-Dem's Gaza (138) to all of Palestine.
    expect(wrong).toEqual(
      ['polity 327: undefined, not VAT', 'vdem 138: gaza, not PSE', 'vdem 361: undefined, not VAT'].toSorted(
        (a, b) => wrong.indexOf(a) - wrong.indexOf(b),
      ),
    )
  })
  it('has every English name, and that of the UN', () => {
    const named = rows.flatMap((row) =>
      [row['country.name.en'] ?? '', row['un.name.en'] ?? '']
        .filter((name) => name !== '')
        .map((name) => [iso3(row['iso3c'] ?? '') ?? '', name] as const),
    )
    expect(lost(named)).toEqual([])
  })
})
