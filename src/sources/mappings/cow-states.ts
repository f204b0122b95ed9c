import { shipped } from '../read-mapping.ts'
import { cowTerms } from '../terms.ts'

/**
 * The state system of the Correlates of War: one row per spell, with the first and the last day in the system.
 * stateabb, ccode, statenme: letters, number and name of the state; styear, stmonth, stday and endyear, endmonth, endday: the spell.
 * A spell that ends on 31 December 2016 goes on: the data end there.
 */
export const cowStates = shipped({
  name: 'cow-states',
  reads: 'Correlates of War, State System Membership: one row per spell of a state',
  order: 10,
  header: ['stateabb', 'statenme', 'version'],
  release: {
    citation: 'Correlates of War Project. 2017. State System Membership List, v2016. correlatesofwar.org',
    series: 'cow-states',
    version: '2016',
    published: '2017',
    ...cowTerms,
  },
  about: {
    download: 'https://correlatesofwar.org/data-sets/state-system-membership/: state list, version 2016',
    covers: '217 states, 1816-01-01 to 2016-12-31',
  },
  rows: {
    kind: 'spells',
    system: 'cow',
    actor: { scheme: 'cow', column: 'ccode' },
    start: { year: 'styear', month: 'stmonth', day: 'stday' },
    end: { year: 'endyear', month: 'endmonth', day: 'endday' },
    endNames: 'lastDayIn',
    lastDay: '2016-12-31',
    lineBreaks: {
      '345': [
        {
          on: '1992-04-27',
          why: 'COW counts Yugoslavia and Serbia as one line, 345; here the Federal Republic proclaimed on this day is another actor',
        },
      ],
    },
  },
})
