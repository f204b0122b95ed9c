import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Names } from '../../src/names/names.ts'
import { parseDay, yearOf } from '../../src/time/day.ts'
import { plainRows } from '../real-data/plain-csv.ts'
import { dataFolder } from '../support/run/published.ts'
import { catalogueNames } from './catalogue-names.ts'

interface Spell {
  readonly code: string
  readonly start: string
  readonly end: string
}

const padded = (text = '') => text.padStart(2, '0')

describe.skipIf(!existsSync(dataFolder))('the codes of every state there has been', () => {
  let names: Names
  const lists = new Map<'cow' | 'gw', readonly Spell[]>()
  beforeAll(() => {
    names = catalogueNames()
    lists.set(
      'cow',
      plainRows('states/cow_states2016.csv').map((row) => ({
        code: row['ccode'] ?? '',
        start: `${row['styear']}-${padded(row['stmonth'])}-${padded(row['stday'])}`,
        end: `${row['endyear']}-${padded(row['endmonth'])}-${padded(row['endday'])}`,
      })),
    )
    lists.set(
      'gw',
      plainRows('states/gw_states.csv').map((row) => ({
        code: row['gwcode'] ?? '',
        start: row['startdate'] ?? '',
        end: row['enddate'] ?? '',
      })),
    )
  })

  it.each([
    ['cow', 243],
    ['gw', 216],
  ] as const)(
    '%s: means one actor on the first and the last day of each spell, and in each of its years',
    (scheme, spells) => {
      const list = lists.get(scheme) ?? []
      expect(list).toHaveLength(spells)
      const lost = list.flatMap(({ code, start, end }) => {
        const days = [start, end].filter(
          (day) => names.find('state', scheme, code, { day: parseDay(day) }) === undefined,
        )
        const years = Array.from(
          { length: yearOf(parseDay(end)) - yearOf(parseDay(start)) + 1 },
          (_, n) => yearOf(parseDay(start)) + n,
        ).filter((year) => names.find('state', scheme, code, { year }) === undefined)
        return [...days, ...years].map((when) => `${scheme} ${code} ${when}`)
      })
      expect(lost).toEqual([])
    },
  )

  it.each(['cow', 'gw'] as const)(
    '%s: means nobody else on a day: two states that are there together are two actors',
    (scheme) => {
      const ofDay = (day: string) =>
        (lists.get(scheme) ?? [])
          .filter(({ start, end }) => start <= day && day <= end)
          .map(({ code }) => names.find('state', scheme, code, { day: parseDay(day) }))
      for (const day of [
        '1850-06-30',
        '1914-06-30',
        '1938-06-30',
        '1950-06-30',
        '1975-06-30',
        '1990-06-30',
        '1992-06-30',
        '2010-06-30',
      ]) {
        const actors = ofDay(day)
        expect(new Set(actors).size, day).toBe(actors.length)
      }
    },
  )

  it('lead back from the actor to the code that it bore on the day', () => {
    for (const [scheme, list] of lists)
      for (const { code, end } of list) {
        const day = parseDay(end)
        const actor = names.find('state', scheme, code, { day }) ?? ''
        expect(`${code} ${names.codeOf('state', actor, scheme, day)}`).toBe(`${code} ${code}`)
      }
  })
})
