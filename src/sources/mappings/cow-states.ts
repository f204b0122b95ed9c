import { shipped } from '../tables/read-mapping.ts'
import { cowTerms } from '../importer/terms.ts'
import type { Mapping, MappingInput } from '../tables/mapping.ts'

/** A release of the list. `lastDay` is the day on which its data end: a spell that ends on it goes on. */
interface Release {
  readonly name: string
  readonly version: string
  readonly year: string
  /** EDTF. */
  readonly published: string
  readonly lastDay: string
  readonly download: string
  readonly order: number
}

const rowsUntil = (lastDay: string): MappingInput['rows'] => ({
  kind: 'spells',
  system: 'cow',
  actor: { scheme: 'cow', column: 'ccode' },
  start: { year: 'styear', month: 'stmonth', day: 'stday' },
  end: { year: 'endyear', month: 'endmonth', day: 'endday' },
  endNames: 'lastDayIn',
  lastDay,
  lineBreaks: {
    '345': [
      {
        on: '1992-04-27',
        why:
          'COW counts Yugoslavia and Serbia as one line, 345; here the ' +
          'Federal Republic proclaimed on this day is another actor',
      },
    ],
  },
})

/**
 * The state system of the Correlates of War: one row per spell, with the first and the last day in the system.
 * stateabb, ccode, statenme: letters, number and name of the state; styear, stmonth, stday and endyear, endmonth,
 * endday: the spell. version: the release, alike in all rows; the releases have the same columns.
 */
const stateList = ({ name, version, year, published, lastDay, download, order }: Release): Mapping =>
  shipped({
    name,
    reads: `Correlates of War, State System Membership v${version}: one row per spell of a state`,
    order,
    header: ['stateabb', 'statenme'],
    edition: { column: 'version', is: version },
    release: {
      citation: `Correlates of War Project. ${year}. State System Membership List, v${version}. correlatesofwar.org`,
      series: 'cow-states',
      version,
      published,
      ...cowTerms,
    },
    about: {
      download: `https://correlatesofwar.org/data-sets/state-system-membership/: ${download}`,
      covers: `217 states, 1816-01-01 to ${lastDay}`,
    },
    rows: rowsUntil(lastDay),
  })

export const cowStates = stateList({
  name: 'cow-states',
  version: '2016',
  year: '2017',
  published: '2017',
  lastDay: '2016-12-31',
  download: 'state list, version 2016',
  order: 9,
})

/** The same, eight years on. Its day of publication is not stated in the file, whose data run to the end of 2024. */
export const cowStates2024 = stateList({
  name: 'cow-states-2024',
  version: '2024',
  year: '2025',
  published: '2025~',
  lastDay: '2024-12-31',
  download: 'States2024.zip, of which statelist2024.csv is read',
  order: 10,
})
