import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actClass } from '../../src/events/treaty.ts'
import { factsOf } from '../../projections/fold/facts.ts'
import type { Fact } from '../../projections/fold/fold.ts'
import { membershipOn, type MembershipKind } from '../../projections/compose/membership/membership.ts'
import { groupBy } from '../../src/common/group-by.ts'
import { loadMembershipsOf } from '../../src/queries/memberships/load-memberships.ts'
import { firstDayOfYear, lastDayOfYear } from '../../src/time/day.ts'
import { readMatrix } from '../real-data/matrix.ts'
import { plainRows } from '../real-data/plain-csv.ts'
import { dataFolder } from '../support/run/published.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'
import { explained } from './explained.ts'
import { actsOfTable, daysText } from './table-acts.ts'

const membershipCodes: Readonly<Record<string, MembershipKind>> = {
  '0': 'none',
  '1': 'full',
  '2': 'associate',
  '3': 'observer',
}

/** `1945 1965-1972` */
const runsOf = (years: readonly number[]): string =>
  years
    .filter((year) => !years.includes(year - 1))
    .map((first) => {
      let last = first
      while (years.includes(last + 1)) last += 1
      return first === last ? String(first) : `${first}-${last}`
    })
    .join(' ')

/** What both speak of must be the same, but for what is listed with its reason; and what is listed must be there. */
const agrees = (differences: readonly string[], list: Readonly<Record<string, string>>): void =>
  expect(differences.toSorted()).toEqual(Object.keys(list).toSorted())

describe.skipIf(!existsSync(dataFolder))(
  'the bundled case agrees with the published tables wherever both speak',
  () => {
    let bundled: BundledCase
    let facts: readonly Fact[] = []
    beforeAll(async () => {
      bundled = await loadBundledCase()
      const streams = new Map<string, Parameters<typeof factsOf>[0][number][]>()
      for await (const { event } of bundled.workspace.log.readAll()) {
        if (event.sources[0]?.series !== 'normtrail-bundled') continue
        streams.set(event.stream, [...(streams.get(event.stream) ?? []), event])
      }
      facts = [...streams.values()].flatMap((events) => factsOf(events))
    })
    afterAll(() => bundled.remove())

    it.each([
      ['untc-2015', 'un_treaties/untc_actions_2015.csv', 2_400, explained.untc2015],
      ['untc-2026', 'un_treaties/untc_hr_arms_2026.csv', 1_800, explained.untc2026],
    ] as const)('acts under treaties: %s', async (importer, file, least, list) => {
      const { acts: table } = await actsOfTable(bundled.names, importer, file, (type) => actClass[type])
      let compared = 0
      const differences = facts.flatMap((fact) => {
        const key = `${fact.stream} ${fact.data['actor']} ${actClass[fact.type]}`
        const days = table.get(key)
        if (days === undefined) return []
        compared += 1
        return days.includes(daysText(fact.occurred))
          ? []
          : [`${key}: ${daysText(fact.occurred)}, table ${days.join(' ')}`]
      })
      expect(compared).toBeGreaterThan(least)
      agrees(differences, list)
    })

    it('spells in the system of Gleditsch and Ward', async () => {
      const system = 'gw'
      const { acts: table, unresolved } = await actsOfTable(
        bundled.names,
        'gw-states',
        'states/gw_states.csv',
        (type, data) => `${type} ${String(data['system'])}`,
      )
      expect(unresolved).toEqual([])
      const told = facts.filter((fact) => fact.data['system'] === system)
      expect(told.length).toBeGreaterThan(30)
      const actors = new Set(told.map(({ data }) => data['actor']))
      const lines = (keys: Iterable<readonly [string, readonly string[]]>) =>
        [...keys].flatMap(([key, days]) => days.map((day) => `${key} ${day}`))
      const ours = new Set(
        told.map((fact) => `${fact.stream} ${fact.data['actor']} ${fact.type} ${system} ${daysText(fact.occurred)}`),
      )
      const theirs = new Set(lines(table).filter((line) => actors.has(line.split(' ')[1] ?? '')))
      agrees(
        [
          ...[...ours].filter((line) => !theirs.has(line)).map((line) => `ours: ${line}`),
          ...[...theirs].filter((line) => !ours.has(line)).map((line) => `theirs: ${line}`),
        ],
        explained.gw,
      )
    })

    it('memberships: the matrix of COW IGO, year by year', async () => {
      const world = await bundled.workspace.world({})
      const told = new Map(
        facts
          .filter(({ type }) => type === 'MembershipStarted')
          .map(({ stream, data }) => [`${stream} ${data['actor']}`, [stream.slice(4), String(data['actor'])] as const]),
      )
      const { igos, rows } = readMatrix()
      const columns = new Map(
        igos.map((column, index) => [bundled.names.find('igo', 'cow-igo', column) ?? column, index]),
      )
      const spans = new Map<string, Awaited<ReturnType<typeof loadMembershipsOf>>>()
      const wrong = new Map<string, number[]>()
      let compared = 0
      const byActor = groupBy(rows, ({ ccode, year }) => bundled.names.find('state', 'cow', ccode, { year }) ?? '')
      for (const [igo, actor] of told.values()) {
        const all = spans.get(actor) ?? (await loadMembershipsOf(world, actor))
        spans.set(actor, all)
        const ofIgo = all.filter((one) => one.igo === igo)
        const kindOn = (day: Parameters<typeof membershipOn>[1]) => membershipOn(ofIgo, day)?.kind ?? 'none'
        for (const { year, cells } of byActor.get(actor) ?? []) {
          const kind = membershipCodes[cells[columns.get(igo) ?? -1] ?? '']
          if (kind === undefined) continue
          compared += 1
          // A year that begins in one standing and ends in another may be coded as either.
          const ours: readonly MembershipKind[] = [kindOn(firstDayOfYear(year)), kindOn(lastDayOfYear(year))]
          const key = `${igo} ${actor}: ours ${ours[1]}, table ${kind}`
          if (!ours.includes(kind)) wrong.set(key, [...(wrong.get(key) ?? []), year])
        }
      }
      expect(compared).toBeGreaterThan(2_000)
      agrees(
        [...wrong].map(([key, years]) => `${key}, ${runsOf(years)}`),
        explained.memberships,
      )
    })

    it('scores: CIRIGHTS, CIRI and the Political Terror Scale', () => {
      const tables = [
        {
          rater: 'cirights',
          file: 'hr_scores/cirights_v1_1981_2020.csv',
          code: 'cow',
          year: 'year',
          columns: { physint: 'physint_sum', tort: 'tort' },
        },
        {
          rater: 'cirights',
          file: 'hr_scores/ciri_physint_1981_2011.csv',
          code: 'COW',
          year: 'YEAR',
          columns: { tort: 'TORT' },
        },
        {
          rater: 'pts',
          file: 'hr_scores/pts_1976_2021.csv',
          code: 'COW_Code_N',
          year: 'Year',
          columns: { amnesty: 'PTS_A', state: 'PTS_S' },
        },
      ] as const
      const scores = facts.filter(({ type }) => type === 'PracticeScoreRecorded')
      const differences: string[] = []
      let compared = 0
      for (const { rater, file, code, year, columns } of tables) {
        const rows = groupBy(
          plainRows(file),
          (row) =>
            `${bundled.names.find('state', 'cow', String(Number(row[code])), { year: Number(row[year]) })} ` +
            `${row[year]}`,
        )
        for (const { data } of scores) {
          const column = (columns as Readonly<Record<string, string>>)[String(data['indicator'])]
          if (data['rater'] !== rater || column === undefined) continue
          const cells = (rows.get(`${data['actor']} ${data['year']}`) ?? [])
            .map((row) => row[column] ?? '')
            .filter((cell) => cell !== '' && cell !== 'NA' && Number(cell) >= 0)
          if (cells.length === 0) continue
          compared += 1
          if (!cells.some((cell) => Number(cell) === data['value']))
            differences.push(
              `${file.split('/')[1]} ${data['indicator']} ${data['actor']} ${data['year']}: ${data['value']}, ` +
                `table ${cells.join(' ')}`,
            )
        }
      }
      expect(compared).toBeGreaterThan(47)
      agrees(differences, explained.scores)
    })
  },
)
