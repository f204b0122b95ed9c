import type { Figure } from '../../src/queries/question/figure.ts'
import type { Report } from '../../src/queries/question/report.ts'

const figure: Figure = {
  title: 'States that are bound by the Mine Ban Convention',
  subtitle: 'The share of the state system, 1997 to 2004',
  description: 'The share goes from 0 to 3/4.',
  about: ['4 states are counted'],
  x: { title: 'Year', unit: 'time', from: 1997, to: 2004 },
  y: { title: 'Share of states', unit: 'share', from: 0, to: 1 },
  panels: [
    {
      lines: [
        {
          label: 'Bound',
          last: '3 of 4',
          points: [1997, 1999, 2001, 2004].map((x, index) => ({
            x,
            y: index / 4,
            possible: index / 4,
            reach: 'covered' as const,
          })),
        },
      ],
      bars: [],
      marks: [{ axis: 'x', at: 1999.16, label: 'in force 1999-03-01' }],
    },
  ],
  key: [{ sample: 'covered', means: 'whole: sources cover the year' }],
}

/**
 * A report as a question might give it: all kinds of blocks and of references, in another order than they are cited in.
 * The days are those of the depositary (UNTC, chapter XXVI, 5).
 */
export const aReport: Report = {
  title: 'Audit of the norm against anti-personnel landmines',
  subtitle: [
    { text: 'The norm has tipped: its treaty entered into force on 1999-03-01.', cites: ['e-force'] },
    { text: 'Three of four states are bound by it.', cites: ['q-spread', 'c-untc'] },
  ],
  sections: [
    {
      id: 'emergence',
      heading: 'Emergence',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            { text: 'The campaign began in October 1992.', cites: ['e-icbl'] },
            { text: 'France signed on 1997-12-03 and ratified on 1998-07-23.', cites: ['e-fra-r', 'e-fra-s'] },
          ],
        },
        {
          kind: 'list',
          items: [
            [{ text: 'Everything is cited.', cites: ['e-fra-r', 'e-icbl', 'e-force', 'c-untc'] }],
            [
              { text: 'A first thing.', cites: ['e-fra-s'] },
              { text: 'A second thing.', cites: ['c-untc'] },
            ],
          ],
        },
      ],
    },
    {
      id: 'tipping',
      heading: 'Tipping',
      blocks: [
        {
          kind: 'table',
          caption: { text: 'States, and when they were bound.', cites: ['q-spread'] },
          head: ['State', 'Ratified', 'Years since signature'],
          rows: [{ cells: ['France', '1998-07-23', 0.6], cites: ['e-fra-r'] }, { cells: ['Finland', '2012-01-09', 0] }],
        },
      ],
      sections: [
        {
          id: 'curve',
          heading: 'The curve',
          blocks: [{ kind: 'figure', caption: { text: 'How it spread.', cites: ['q-spread'] }, figure }],
        },
      ],
    },
  ],
  references: [
    {
      id: 'c-untc',
      kind: 'coverage',
      text: 'UNTC covers the parties of the treaty from 1997 to 2020',
    },
    {
      id: 'e-fra-r',
      kind: 'event',
      text: 'France ratified the treaty on 1998-07-23. UNTC, chapter XXVI, 5',
      url: 'https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5',
      facts: { event: '0191d3a2-0000-7000-8000-000000000002' },
    },
    { id: 'e-fra-s', kind: 'event', text: 'France signed the treaty on 1997-12-03', facts: { event: 'fra-s' } },
    { id: 'e-icbl', kind: 'event', text: 'Six organisations founded the campaign', url: 'icbl, a leaflet' },
    { id: 'e-force', kind: 'event', text: 'The treaty entered into force' },
    {
      id: 'q-spread',
      kind: 'question',
      text: 'Who is bound, and since when.',
      facts: { release: '0123456789abcdef', command: 'normtrail spread landmines --as-of 2020-01-01' },
    },
  ],
}
