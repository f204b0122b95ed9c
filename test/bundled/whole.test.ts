import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actClass } from '../../src/events/treaty.ts'
import { parseDay } from '../../src/time/day.ts'
import { plainRows } from '../real-data/plain-csv.ts'
import { dataFolder } from '../support/run/published.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'
import { actsOfTable } from './table-acts.ts'

const treaties = ['cat', 'iccpr', 'icescr', 'cedaw', 'crc', 'ottawa', 'rome']
const streams = new Set(treaties.map((treaty) => `treaty-${treaty}`))
const classes = new Set(['signature', 'consent'])

/** Consents of Democratic Yemen that the tables list under Yemen; they are shipped under the state that did them. */
const ofDemocraticYemen = [
  'treaty-cedaw yem consent 1984-05-30',
  'treaty-iccpr yem consent 1987-02-09',
  'treaty-icescr yem consent 1987-02-09',
]

/**
 * Acts under the Rome Statute that are later than the table of 2015, or older than its rows are (the State of
 * Palestine).
 */
const laterThanTheTables = [
  'treaty-rome arm consent 2023-11-14',
  'treaty-rome kir consent 2019-11-26',
  'treaty-rome mys consent 2019-03-04',
  'treaty-rome pse consent 2015-01-02',
  'treaty-rome slv consent 2016-03-03',
  'treaty-rome ukr consent 2024-10-25',
]

/**
 * Admitted under the rules of 1946: members from the day of their instrument of adherence, not of the resolution (note
 * 1 to chapter I.2).
 */
const byInstrument: readonly (readonly [string, string])[] = [
  ['afg', '1946-11-19'],
  ['isl', '1946-11-19'],
  ['swe', '1946-11-19'],
  ['tha', '1946-12-16'],
  ['pak', '1947-09-30'],
]

/** Notes 1 and 2 to chapter I.1; General Assembly resolutions 108 (II), 1975 (XVIII), 2310 (XXII), 3050 (XXVIII). */
const membersThatAreGone = {
  csk: '1945-10-24',
  cow511: '1963-12-16',
  ddr: '1973-09-18',
  pdry: '1967-12-14',
  yar: '1947-09-30',
  yug: '1945-10-24',
}

describe.skipIf(!existsSync(dataFolder))('what is claimed to be whole is whole', () => {
  let bundled: BundledCase
  const shipped = new Set<string>()
  const members = new Map<string, string>()
  let listed: ReadonlySet<string> = new Set()
  beforeAll(async () => {
    bundled = await loadBundledCase()
    for await (const { event } of bundled.workspace.log.readAll()) {
      const { stream, type, data, fact, occurred = '' } = event
      const kind = actClass[type]
      if (streams.has(stream) && kind !== undefined && classes.has(kind))
        shipped.add(`${stream} ${String(data['actor'])} ${kind} ${occurred}`)
      if (stream === 'igo-un' && type === 'MembershipStarted' && fact === 'started/1')
        members.set(String(data['actor']), occurred)
    }
    const tables = await Promise.all([
      actsOfTable(bundled.names, 'untc-2015', 'un_treaties/untc_actions_2015.csv', (type) => actClass[type]),
      actsOfTable(bundled.names, 'untc-2026', 'un_treaties/untc_hr_arms_2026.csv', (type) => actClass[type]),
    ])
    listed = new Set(
      tables.flatMap(({ acts }) =>
        [...acts].flatMap(([key, days]) => {
          const [stream = '', , kind = ''] = key.split(' ')
          return streams.has(stream) && classes.has(kind) ? days.map((day) => `${key} ${day}`) : []
        }),
      ),
    )
  })
  afterAll(() => bundled.remove())

  it('every signature and consent of the tables of 2015 and 2026 is shipped', () => {
    expect(listed.size).toBeGreaterThan(1_900)
    expect([...listed].filter((act) => !shipped.has(act)).toSorted()).toEqual(ofDemocraticYemen)
  })

  it('what else is shipped are the acts of states that are gone, and later ones under the Rome Statute', () => {
    const gone = new Set(['csk', 'ddr', 'yug', 'pdry'])
    const others = [...shipped].filter((act) => !listed.has(act) && !gone.has(act.split(' ')[1] ?? ''))
    expect(others.toSorted()).toEqual(laterThanTheTables)
  })

  it('the members of the United Nations are those of chapters I.1 and I.2, and six that are gone', () => {
    const rows = plainRows('un_treaties/untc_actions_2015.csv')
    const charter = rows.filter(({ treaty, column_header }) => treaty === '1-1' && column_header === 'Ratification')
    const admitted = rows.filter(
      ({ treaty, column_header }) => treaty === '1-2' && column_header === 'Date of Adoption',
    )
    const day = parseDay('2015-03-14')
    const stateOf = (participant = '') => bundled.names.find('state', 'name', participant, { day }) ?? participant
    const expected = new Map([
      // Who had ratified the Charter before it came into force was a member from 24 October 1945 on.
      ...charter.map(({ participant, date = '' }): [string, string] => [
        stateOf(participant),
        date < '1945-10-24' ? '1945-10-24' : date,
      ]),
      ...admitted.map(({ participant, date = '' }): [string, string] => [stateOf(participant), date]),
      ...byInstrument,
    ])
    expect(expected.size).toBe(193)
    // Yemen stands in the table with the admission of the Yemen Arab Republic.
    expected.set('yem', '1990-05-22')
    const gone = new Map(['csk', 'cow511', 'ddr', 'pdry', 'yar', 'yug'].map((actor) => [actor, members.get(actor)]))
    expect(new Map([...expected, ...gone])).toEqual(members)
    expect(Object.fromEntries(gone)).toEqual(membersThatAreGone)
  })
})
