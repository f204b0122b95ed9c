import type { CoverageClass } from '../../events/coverage.ts'
import type { JsonObject } from '../../events/json.ts'
import type { CitedSource, Scale } from '../../events/source.ts'
import type { StateSystem } from '../../events/state-system.ts'
import type { Day } from '../../time/day.ts'

/**
 * A reference that a file makes and nobody has resolved yet: a code or a name in some scheme.
 * It is read in the year or on the days of its row: within one year its last holder is meant.
 */
export interface Reference {
  /**
   * cow, cow-abb, gw, iso3, iso2, iso-num, polity, vdem, name, amnesty; untc for treaties; cow-igo and migo for
   * organisations; id for our own.
   */
  readonly scheme: string
  readonly code: string
  readonly year?: number
  /** EDTF: on which of these days it is read, where the file knows that better than by a year. */
  readonly on?: string
  /** Ids to prefer where the file itself tells two namesakes apart. */
  readonly subject?: 'actor' | 'treaty' | 'igo' | 'norm'
}

/** What one or several rows of a file assert: an event whose names are not resolved yet. */
export interface Draft {
  /** 1-based rows of data (without the header) that this draft speaks for: first and last. */
  readonly rows: readonly [first: number, last: number]
  /** The words of the stream's name, in order: `['practice', 'cirights', 'physint', { scheme: 'cow', … }]`. */
  readonly stream: readonly (string | Reference)[]
  readonly type: string
  /** EDTF; absent for definitions. */
  readonly occurred?: string
  readonly effective?: string
  /** What the assertion is about, within its stream and actor: `consent/1`, `1981`. */
  readonly fact: string
  /** References of the payload, by field: `{ actor: { scheme: 'cow', code: '2', year: 1981 } }`. */
  readonly references: Readonly<Record<string, Reference>>
  /** The rest of the payload. */
  readonly data: JsonObject
  /** Where in the source: goes into the citation of the event. */
  readonly locator: string
  readonly note?: string
  /** What the report of the import should say of it, besides that it was appended. */
  readonly remark?: string
  /**
   * Of two drafts about the same fact the one with more weight stands; the other is skipped as `outweighed`. Default 0.
   */
  readonly weight?: number
}

/** A row, or rows, that yield nothing, and why: one of the reasons in `skipReasons`. */
export interface Skip {
  readonly rows: readonly [first: number, last: number]
  readonly skipped: SkipReason
  readonly detail?: string
  /**
   * Of a row that may have said something: the words of the stream that it spoke of. Of that, and of nothing else, the
   * file does not hold all.
   */
  readonly stream?: Draft['stream']
}

/** A row that breaks the format: it stops the import, unless bad rows are skipped and listed. */
export interface BadRow {
  readonly rows: readonly [first: number, last: number]
  readonly column: string
  readonly value: string
  readonly expected: string
}

export type Yield = Draft | Skip | BadRow

/** Why rows yield no event. Documented in docs/import.md. */
export const skipReasons = {
  'no-value': 'the row holds no value in any column that is imported',
  'not-an-actor': 'the row is about something that is no actor: a region, a joint tag, a total',
  'not-in-system': 'the source says that state or organisation did not exist that year',
  'not-an-act': 'the cell is no dated act',
  'no-tie': 'the source says that nothing ties the two: no event, but covered',
  'unknown-label': 'normtrail has no meaning for the label in the legend of the table; such labels are listed',
  repeated: 'another row of the same file says the same',
  outweighed: 'another row of the same file says it better (a rated row beside an empty one)',
  contradicted: 'an earlier row of the same file says otherwise about the same fact; the earlier one stands',
  'unmatched-name': 'a name or code resolves to no actor that the log knows',
  'outside-days': 'a code or name is read on days on which it meant nobody; such codes are listed with their days',
  'several-holders':
    'a code or name meant one actor on some days of the row and another on others; such codes are listed',
  'bad-row': 'the row breaks the format and bad rows are skipped',
  retracted: 'a user retracted the assertion; that survives every import',
  superseded: 'a later release of the same series has been imported',
} as const
export type SkipReason = keyof typeof skipReasons

/** One release of one dataset: what its events cite. */
export interface Release extends CitedSource {
  /** Id of the registered source: series and version. */
  readonly id: string
  readonly series: string
  readonly version: string
}

/**
 * Of what a table speaks in full. What an earlier release of its series told within these bounds, and a later one does
 * not, has vanished; beyond them a release says nothing.
 */
export interface Scope {
  /**
   * `named`: the streams that the table names. `siblings`: also those that differ from a named one in their last word
   * only, the actor: a state that it lists no more.
   */
  readonly streams: 'named' | 'siblings'
  /**
   * `all`: every fact of the series. `told`: facts that the table tells of somebody in that stream (it has a column for
   * `signature/1`, none for `consent/2`). `years`: facts that are years, from the first to the last that the table
   * tells in streams that differ in the actor only.
   */
  readonly facts: 'all' | 'told' | 'years'
}

/**
 * What a file holds in full, within its release: a `CoverageClaimed` is made of it, in the commit of the import, and in
 * a later import where the log lacks it. `named` are those that the rows of the file speak of. What a row that could
 * not be read speaks of is left out; where nobody can tell what that is, the file claims nothing.
 */
export interface Claim {
  readonly treaties?: 'named' | readonly Reference[]
  /** Of the treaties that the file names, these only. */
  readonly only?: readonly Reference[]
  /** Of the treaties that the file names, all but these. */
  readonly except?: readonly Reference[]
  readonly organisations?: 'named' | readonly Reference[]
  readonly raters?: 'named' | readonly string[]
  readonly relations?: 'named' | readonly string[]
  readonly attributes?: 'named' | readonly string[]
  /** Default `existing`: those that exist on the last day. */
  readonly actors?: 'existing' | 'all' | 'named' | readonly Reference[]
  readonly classes: readonly CoverageClass[]
  /** ISO day. Absent: from the beginning. */
  readonly from?: string
  /** ISO day: the last one. */
  readonly through: string
  /** Of each actor only the days on which it was in this state system. */
  readonly system?: StateSystem
  /** Whether what it says of these days is taken to have held before and after. */
  readonly isStatic?: boolean
}

/** Whom a code means on the days [from, to). */
export interface CodeHolder {
  readonly subject: string
  readonly from: Day
  readonly to: Day
  /** The first day on which no name means the subject any more: it was there no longer. Absent: it is there still. */
  readonly gone?: Day | undefined
}

/** Whom a code of an actor has meant, as far as the log knows: all of the log that a table is read by. */
export type HoldersOf = (scheme: string, code: string) => readonly CodeHolder[]

/** A scheme that a mapping names: where it stands in the mapping, and of what it should be a scheme. */
export interface NamedScheme {
  readonly path: string
  readonly scheme: string
  readonly subject: 'actor' | 'treaty' | 'igo' | 'norm'
}

/** What a user should know of a file before looking for it: `docs/sources.md` is made of it. */
export interface About {
  /** Where the file is to be had, in words, with its address. */
  readonly download: string
  /** Whom and which years it speaks of. */
  readonly covers: string
}

/** What tells a release from others with the same columns. */
export interface Edition {
  readonly column: string
  readonly is: string
}

/** A dataset format: recognised by its header, read row by row, all in drafts. */
export interface Importer {
  /** The word on the command line: `cow-igo`. */
  readonly name: string
  readonly reads: string
  /** Importers run in this order in one folder: definitions before what refers to them. */
  readonly order: number
  /** Columns that must all be in the header of a file for it to be this format. */
  readonly header: readonly string[]
  /** Columns by which a file with all of these is known to be another format. */
  readonly lacks?: readonly string[]
  /** Of several releases with the same columns: what the cells of a column say in the files of this one. */
  readonly edition?: Edition
  /** The release that the drafts of this file cite. */
  readonly release: Release
  /** What the values of its indicators mean, by rater and indicator: `cirights:physint`. */
  readonly scales?: Readonly<Record<string, Scale>>
  /** Undefined where a user's own mapping does not say it. */
  readonly about: About | undefined
  /** What its files are written in, where it is not UTF-8. */
  readonly encoding?: string
  /** What its files are written in that are not UTF-8: some of them are, and some are not. */
  readonly orElse?: string
  /** What sets the columns apart, where it is declared; else it is found out. */
  readonly separator?: string
  /** What a row that vanished in a later release means: it is taken back; it is kept, and said to be odd; nothing. */
  readonly vanished: 'retract' | 'anomaly' | 'ignore'
  /** Where a row can vanish. Absent: nowhere. */
  readonly scope?: Scope
  readonly rows: (file: OpenFile, holdersOf?: HoldersOf) => AsyncIterable<Yield>
  /** What its files hold in full. Absent: nothing is claimed. Asked when the rows have been read. */
  readonly claims?: (file: OpenFile) => readonly Claim[] | Promise<readonly Claim[]>
  /** How what it reads is opened, where that is no table of a file. */
  readonly open?: () => Promise<OpenFile>
  /**
   * For formats whose release comes in many files: the same importer for the files at some paths, one for each release
   * among them.
   */
  readonly ofPaths?: (
    paths: readonly string[],
    options: { readonly retrieved?: string | undefined },
  ) => Promise<readonly Importer[]>
  /** The schemes that its references name, where a user named them. */
  readonly schemes?: readonly NamedScheme[]
  /** The state system that its files list, where they are such a list. */
  readonly lists?: StateSystem
  /**
   * Whether the table is itself the list of the treaties or organisations that it names: nobody has to have defined
   * them.
   */
  readonly namesItsOwn?: true
  /** Whether an unknown actor stops the import (default) or is skipped and listed as unmatched. */
  readonly unmatched: 'stop' | 'skip'
  /**
   * What becomes of a code that is read outside its days: the import stops; the row is left out and listed (default);
   * its only holder is taken, and listed.
   */
  readonly outsideDays?: 'stop' | 'skip' | 'take'
}

/** A table as a file holds it, decompressed: its header and its records, in order. */
export interface OpenFile {
  readonly name: string
  /** Its path within the archive that it was read from, where it was. */
  readonly entry?: string
  readonly header: readonly string[]
  /** Records by column name; `row` counts from 1, after the header. */
  readonly records: () => AsyncIterable<{ readonly row: number; readonly cells: Readonly<Record<string, string>> }>
  /** The same without column names: for wide tables. */
  readonly arrays: () => AsyncIterable<{ readonly row: number; readonly cells: readonly string[] }>
  /** Another file of the same folder, such as a list that completes this table; undefined where it is not there. */
  readonly beside: (fileName: string) => Promise<OpenFile | undefined>
}
