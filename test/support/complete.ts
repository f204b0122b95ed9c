/** Who speaks for a record that a test calls complete. */
const depositary = [{ citation: 'A whole record, for tests', kind: 'depositary', series: 'whole-record' }]

/**
 * Lines by which a test says that what it appends is all that there is: of these treaties, of all actors, signatures
 * and consents through a day long after its acts. Without them "nothing is recorded" is no NONE.
 */
export const complete = (
  treaties: readonly string[],
  { sources = depositary, ...more }: { readonly sources?: readonly object[]; readonly [field: string]: unknown } = {},
): readonly object[] => [
  {
    stream: 'source-whole-record',
    type: 'SourceRegistered',
    sources,
    fact: 'registered',
    data: { source: 'whole-record', citation: 'A whole record, for tests', kind: 'depositary', series: 'whole-record' },
  },
  {
    stream: 'source-whole-record',
    type: 'CoverageClaimed',
    sources,
    data: {
      treaties: [...treaties],
      actors: 'all',
      classes: ['signature', 'consent', 'exit'],
      through: '2026-11-01',
      ...more,
    },
  },
]
