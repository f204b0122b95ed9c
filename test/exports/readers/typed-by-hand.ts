/** A type as a data package names it. */
export type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'date'
export type Cell = string | number | boolean | null

/** A column of a table, and what whoever reads it must find; no cells where no hand knows them. */
type TypedColumn = readonly [name: string, type: TypeName, cells?: readonly Cell[]]

export interface TypedTable {
  readonly recipe: object
  /** In order. Days are written as texts here, and are days to every reader. */
  readonly columns: readonly TypedColumn[]
}

/** What a source of a test says of some states in 1994. */
const said = (attribute: string, values: Readonly<Record<string, string | number>>): readonly object[] =>
  Object.entries(values).map(([actor, value]) => ({
    stream: `attribute-${attribute}-${actor}`,
    type: 'AttributeObserved',
    occurred: '1994',
    sources: [{ citation: 'Made for a test of files', kind: 'scholarly' }],
    data: { attribute, of: 'state', actor, value, firstYear: 1994, lastYear: 1994 },
  }))

/**
 * Cells that readers trip over: the code of Namibia, words that look like a number, like none or like a truth, commas,
 * quotes, line ends; numbers that only their last digit tells from another, and a column of numbers that are all whole.
 */
export const trapsOfReaders: readonly object[] = [
  ...said('iso2', { caf: 'CF', civ: 'CI', nam: 'NA', usa: 'US' }),
  ...said('words', { caf: 'two\nlines', civ: 'once "Ivory Coast", now Côte d\'Ivoire', nam: 'nan', usa: '007' }),
  ...said('truth', { caf: 'T', civ: 'TRUE', nam: 'true' }),
  ...said('rate', { caf: -2.2250738585072014e-308, civ: 0.1 + 0.2, nam: 1e21, usa: 7.450580596923828e-9 }),
  ...said('whole', { civ: 12, nam: -1, usa: 3 }),
]

/**
 * By the participants table of the Convention against Torture: the United States signed on 18 April 1988, ratified on
 * 21 October 1994 and is bound from the thirtieth day after it, 20 November, for 42 days of that year; Namibia acceded
 * on 28 November and is bound from 28 December, for four. Côte d'Ivoire acceded in 1995, the Central African Republic
 * in 2016. Nobody had adopted the landmine treaty of 1997. Numbers of states are those of Correlates of War and of
 * Gleditsch and Ward.
 */
const panel: TypedTable = {
  recipe: {
    name: 'panel',
    unit: 'state-year',
    system: 'un',
    from: 1994,
    to: 1994,
    states: ['caf', 'civ', 'nam', 'usa'],
    columns: [
      { name: 'cat', status: 'cat', with: ['since', 'spell'] },
      { name: 'bound', status: 'cat', holds: 'IN_FORCE' },
      { name: 'share', status: 'cat', holds: 'IN_FORCE', over: 'share' },
      { name: 'years_in', since: { status: 'cat', holds: 'IN_FORCE' }, with: ['why'] },
      { name: 'ottawa', status: 'ottawa', with: ['since'] },
      { name: 'iso2', attribute: 'iso2' },
      { name: 'words', attribute: 'words' },
      { name: 'truth', attribute: 'truth' },
      { name: 'rate', attribute: 'rate' },
      { name: 'whole', attribute: 'whole' },
    ],
  },
  columns: [
    ['state', 'string', ['caf', 'civ', 'nam', 'usa']],
    ['name', 'string', ['Central African Republic', "Côte d'Ivoire", 'Namibia', 'United States']],
    ['cow', 'integer', [482, 437, 565, 2]],
    ['gw', 'integer', [482, 437, 565, 2]],
    ['iso3', 'string', ['CAF', 'CIV', 'NAM', 'USA']],
    ['year', 'integer', [1994, 1994, 1994, 1994]],
    ['in_system', 'integer', [1, 1, 1, 1]],
    ['cat', 'string', ['NONE', 'NONE', 'IN_FORCE', 'IN_FORCE']],
    ['cat_since', 'date', [null, null, '1994-12-28', '1994-11-20']],
    ['cat_spell', 'integer', [0, 0, 1, 1]],
    ['bound', 'integer', [0, 0, 1, 1]],
    ['share', 'number', [0, 0, 4 / 365, 42 / 365]],
    ['years_in', 'integer', [null, null, 0, 0]],
    ['years_in_why', 'string', ['never', 'never', null, null]],
    ['ottawa', 'string', ['NONE', 'NONE', 'NONE', 'NONE']],
    ['ottawa_since', 'date', [null, null, null, null]],
    ['iso2', 'string', ['CF', 'CI', 'NA', 'US']],
    ['words', 'string', ['two\nlines', 'once "Ivory Coast", now Côte d\'Ivoire', 'nan', '007']],
    ['truth', 'string', ['T', 'TRUE', 'true', null]],
    ['rate', 'number', [-2.2250738585072014e-308, 0.30000000000000004, 1e21, 2 ** -27]],
    ['whole', 'number', [null, 12, -1, 3]],
  ],
}

/** Days before 1970 and ends that are open: the United States is in the United Nations from their first day. */
const spells: TypedTable = {
  recipe: {
    name: 'spells',
    unit: 'state-spell',
    system: 'un',
    from: 1900,
    to: 1996,
    states: ['nam', 'usa'],
    columns: [{ name: 'cat', status: 'cat' }],
  },
  columns: [
    ['state', 'string', ['nam', 'nam', 'nam', 'usa', 'usa', 'usa', 'usa']],
    ['name', 'string', ['Namibia', 'Namibia', 'Namibia', ...Array<string>(4).fill('United States')]],
    [
      'from',
      'date',
      ['1990-04-23', '1994-11-28', '1994-12-28', '1945-10-24', '1988-04-18', '1994-10-21', '1994-11-20'],
    ],
    ['to', 'date', ['1994-11-28', '1994-12-28', null, '1988-04-18', '1994-10-21', '1994-11-20', null]],
    ['cat', 'string', ['NONE', 'CONSENTED', 'IN_FORCE', 'NONE', 'SIGNED', 'CONSENTED', 'IN_FORCE']],
  ],
}

/**
 * Truths, and texts that hold whole documents. Of complaint 63/1997 the log holds a first entry that is corrected;
 * Brada v. France was decided on 17 May 2005.
 */
const events: TypedTable = {
  recipe: {
    name: 'events',
    unit: 'event',
    from: 1998,
    to: 2005,
    of: { stream: 'review-cat-fra' },
    columns: [],
  },
  columns: [
    ['ordinal', 'integer'],
    ['id', 'string'],
    ['stream', 'string', ['review-cat-fra', 'review-cat-fra']],
    ['revision', 'integer'],
    ['type', 'string', ['ComplaintDecided', 'ComplaintDecided']],
    ['occurred', 'string', ['2000-06-05', '2005-05-17']],
    ['recorded_at', 'string'],
    ['recorded_by', 'string'],
    ['appended_at', 'string', [null, null]],
    ['corrected', 'boolean', [true, false]],
    ['retracted', 'boolean', [false, false]],
    ['event', 'string'],
  ],
}

export const typedTables = { panel, spells, events } satisfies Record<string, TypedTable>
