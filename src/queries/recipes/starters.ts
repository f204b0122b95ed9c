/** A recipe to begin from: what it is for, and the recipe with its remarks. */
interface Design {
  readonly id: string
  readonly says: string
  readonly recipe: Readonly<Record<string, unknown>>
}

const head = {
  '//': [
    'Lines called // are remarks: nothing is made of them.',
    'asKnownAt pins what the log knew: put the day of your paper here, and the table is the same a year later.',
    '  "asKnownAt": "2026-11-28"',
    'day stands for the year: dec31, jan1 or MM-DD. system: cow, gw or un.',
    'with adds columns beside those that have them: why (why a value is missing), bounds, coverage, since, spell, …',
  ],
}

const physint = { name: 'physint', score: 'cirights:physint' }
const cat = { name: 'cat', status: 'cat' }

export const designs: readonly Design[] = [
  {
    id: 'status-panel',
    says: 'who was bound by what, year by year',
    recipe: {
      ...head,
      unit: 'state-year',
      from: 1985,
      to: 2014,
      day: 'dec31',
      with: ['why', 'coverage'],
      columns: [
        { '//': 'The status on 31 December, since when, and in which spell', ...cat, with: ['why', 'since', 'spell'] },
        {
          '//': '1 where it is bound; over the year: anyTime, fullYear, share, eventYear',
          name: 'cat_bound',
          status: 'cat',
          holds: 'IN_FORCE',
        },
        { name: 'cat_share', status: 'cat', holds: 'IN_FORCE', over: 'share' },
        { '//': 'A counter of the spell', name: 'years_in_cat', since: { status: 'cat', holds: 'IN_FORCE' } },
        { name: 'un', membership: 'un' },
      ],
    },
  },
  {
    id: 'exposure-panel',
    says: 'an own score on its lag and on the company that a state keeps',
    recipe: {
      ...head,
      unit: 'state-year',
      system: 'cow',
      from: 1981,
      to: 2010,
      day: 'dec31',
      with: ['why'],
      columns: [
        physint,
        { ...physint, name: 'physint_lag1', lag: 1 },
        {
          '//': 'What `panel exposure` takes, of one formula and one channel; lag is that of the exposure',
          name: 'mm_lag1',
          exposure: { score: 'cirights:physint', formula: 'mm', channel: 'igo', lag: 1 },
          with: ['why', 'bounds'],
        },
        { name: 'dc_lag1', exposure: { score: 'cirights:physint', formula: 'dc', channel: 'igo', lag: 1 } },
        cat,
        { name: 'polity2', score: 'polity:polity2' },
      ],
    },
  },
  {
    id: 'event-history',
    says: 'who was at risk of adopting, who did, and what was known of them a year before',
    recipe: {
      ...head,
      unit: 'event-history',
      system: 'cow',
      from: 1985,
      to: 2010,
      of: {
        '//': 'What `panel event-history` takes',
        subject: 'cat',
        threshold: 'CONSENTED',
        formula: 'dc',
        channel: 'igo,region',
        lag: 1,
      },
      columns: [
        { '//': 'Read a year before, as exposures are', name: 'polity2_lag1', score: 'polity:polity2', lag: 1 },
        { ...physint, name: 'physint_lag1', lag: 1 },
      ],
    },
  },
  {
    id: 'dyads',
    says: 'what each two states shared, year by year',
    recipe: {
      ...head,
      unit: 'dyad-year',
      system: 'cow',
      from: 1990,
      to: 2010,
      columns: [
        { '//': 'What both share: a column of `panel dyads`', name: 'shared_igos', dyad: 'shared_igos' },
        { name: 'contiguity', dyad: 'contiguity' },
        { name: 'alliances', dyad: 'alliances' },
        { '//': 'Of one of both: of says which', name: 'polity2_a', of: 'a', score: 'polity:polity2' },
        { name: 'polity2_b', of: 'b', score: 'polity:polity2' },
      ],
    },
  },
]

export const starterOf = (id: string): Design['recipe'] | undefined => designs.find((one) => one.id === id)?.recipe
