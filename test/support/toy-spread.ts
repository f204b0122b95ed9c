import type { Echo } from '../../src/queries/question/echo.ts'
import type { SpreadAnswer } from '../../src/queries/spread/spread-answer.ts'
import type { CurveYear } from '../../src/queries/spread/spread-curve.ts'

const shareOf = (count: number, possible = 0, reach: 'covered' | 'carried' | 'none' = 'covered') => ({
  count,
  possible,
  share: count / 8,
  covered: reach === 'covered' ? 8 - possible : 0,
  carried: reach === 'carried' ? 8 - possible : 0,
  outside: 0,
})

const yearOf = (year: number, counts: Pick<CurveYear, 'signed' | 'consented' | 'inForce'>): CurveYear => ({
  year,
  system: 8,
  ...counts,
  adopters: 0,
  atRisk: 8,
  unknown: 0,
  hazard: 0,
  exited: 0,
  entered: 0,
  left: 0,
  change: { byAdoptions: 0, byExits: 0, byMembers: 0 },
})

/**
 * Eight states. In 2000 two sign. In 2001 four consent, on 2 July, and one more may have; the treaty is in force for
 * them. In 2002 a fifth consents and one leaves, in a year that no source covers.
 */
export const toySpread: SpreadAnswer & Echo<'asked'> = {
  subject: 'toytreaty',
  title: 'Toy <treaty> & more',
  threshold: 'CONSENTED',
  system: 'un',
  spells: 'first',
  part: null,
  parameters: {
    system: 'un',
    threshold: 'CONSENTED',
    retroactive: false,
    denominator: 'system',
    share: '1/3',
    critical: [],
    criticalShare: null,
    sustainedYears: 1,
    stallYears: 5,
  },
  tipping: {
    date: '2001-07-02',
    adopters: 4,
    system: 8,
    share: 0.5,
    sustained: true,
    earliest: '2001-07-02',
    critical: null,
  },
  knownThrough: '2001-12-31',
  tippingEarliest: '2001-07-02',
  phases: [],
  emergence: null,
  permutation: null,
  internalization: { state: 'not reached', ninetyPercent: null, reason: null },
  regressions: [],
  adopters: [],
  neverAdopted: [],
  by: 'region',
  regions: [
    {
      group: '150',
      label: 'Europe',
      system: 8,
      adopters: 4,
      possible: 0,
      share: 0.5,
      first: '2001-07-02',
      tips: '2001-07-02',
      curve: [
        { year: 2000, system: 0, adopters: 0, possible: 0, share: null, covered: 0, carried: 0 },
        { year: 2001, system: 8, adopters: 4, possible: 1, share: 0.5, covered: 7, carried: 0 },
        { year: 2002, system: 8, adopters: 4, possible: 0, share: 0.5, covered: 0, carried: 8 },
      ],
      steps: [],
    },
    {
      group: '009',
      label: 'Oceania',
      system: 1,
      adopters: 0,
      possible: 0,
      share: 0,
      first: null,
      tips: null,
      curve: [],
      steps: [],
    },
  ],
  assumptions: ['igo: something of a channel', 'm49-region is that of today, applied to every earlier day'],
  curve: [
    yearOf(2000, { signed: shareOf(2), consented: shareOf(0), inForce: shareOf(0) }),
    {
      ...yearOf(2001, { signed: shareOf(6), consented: shareOf(4, 1), inForce: shareOf(4, 1) }),
      adopters: 4,
      hazard: 0.5,
    },
    {
      ...yearOf(2002, {
        signed: shareOf(6, 0, 'none'),
        consented: shareOf(4, 0, 'carried'),
        inForce: shareOf(4, 0, 'carried'),
      }),
      adopters: 1,
      atRisk: 4,
      exited: 1,
    },
  ],
  exits: [],
  coveredBy: ['toy-list'],
  channels: ['igo'],
  sources: 'depositary,organisation,scholarly,dataset,press',
  asOf: '2002-12-31',
  asKnownAt: null,
  ordinal: 12,
}
