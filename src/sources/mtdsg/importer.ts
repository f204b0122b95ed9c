import { basename, dirname } from 'node:path'
import { bytesOf } from '../../text/bytes.ts'
import { formatDay, parseDay, type Day } from '../../time/day.ts'
import { utcToday } from '../../time/today.ts'
import type { Claim, HoldersOf, Importer, OpenFile, Release, Yield } from '../importer/draft.ts'
import { headerDrafts } from './header-drafts.ts'
import { readMtdsg } from './read-mtdsg.ts'
import { statementDrafts } from './statement-drafts.ts'
import { filesByDay, statusFilesAt, type FilesOfDay, type StatusFile } from './status-files.ts'
import { tableDrafts } from './table-drafts.ts'
import { Taking } from './taking.ts'
import { territoryDrafts } from './territory-drafts.ts'

/**
 * What the files of one day are a release of; of files of which nobody says the day, one that no other comes before or
 * after.
 */
const releaseOf = (retrieved: string | undefined): Release => ({
  id: `mtdsg-${retrieved ?? 'undated'}`,
  series: 'mtdsg',
  version: retrieved ?? 'undated',
  citation:
    'United Nations, Multilateral Treaties Deposited with the Secretary-General, status ' +
    `files of the instruments${retrieved === undefined ? '' : `, as at ${retrieved}`}`,
  kind: 'depositary',
  ...(retrieved !== undefined && { published: retrieved, retrieved }),
  url: 'https://treaties.un.org',
  licence: 'Terms of use of the United Nations (treaties.un.org)',
  redistributable: 'unknown',
})

/**
 * The status files of the depositary that were taken on one day, as one release. Rows are headers, cells of the tables
 * of participants, and texts below them, in the order of the files.
 *
 * - an act in brackets was done, and no longer stands: it ended by the day of the files, nobody says when
 * - a table holds the signatures and consents of all through its day, and who has left by then; without a day it claims
 *   nothing
 * - declarations, objections and notifications are kept whole, as what they say that they are; the notes below are
 *   prose, and are not read here
 */
const importerOf = ({ files, retrieved }: FilesOfDay): Importer => {
  const complete = new Set<string>()
  return {
    name: 'mtdsg',
    reads: 'UN Treaty Collection, status files of instruments as the depositary publishes them (IV-9.en.xml)',
    order: 33,
    // Of XML, elements; no table has such columns.
    header: ['<Document>', '<Treaty>'],
    release: releaseOf(retrieved),
    about: {
      download:
        'treaties.un.org, the XML of each instrument: `normtrail fetch ' +
        'mtdsg` downloads it, one file an instrument (IV-9.en.xml)',
      covers:
        'every instrument deposited with the Secretary-General: signatures, consents and who has ' +
        'left through the day on which the files were taken, with declarations and objections',
    },
    vanished: 'anomaly',
    scope: { streams: 'named', facts: 'told' },
    namesItsOwn: true,
    unmatched: 'stop',
    open: () => Promise.resolve(openedAs(nameOf(files))),
    async *rows(_file, holdersOf = nobody) {
      complete.clear()
      yield* yieldsOf(files, retrieved, holdersOf, complete)
    },
    claims: () => (retrieved === undefined || complete.size === 0 ? [] : [claimOf(complete, retrieved)]),
    ofPaths: async (paths, options) =>
      (await filesByDay(await statusFilesAt(paths), options.retrieved)).map(importerOf),
  }
}

export const mtdsg: Importer = importerOf({ files: [], retrieved: undefined })

async function* yieldsOf(
  files: readonly StatusFile[],
  retrieved: string | undefined,
  holdersOf: HoldersOf,
  complete: Set<string>,
): AsyncGenerator<Yield> {
  const rows = { read: 0 }
  const today = formatDay(utcToday())
  const day = parseDay(retrieved ?? today)
  for (const { path, name } of files) {
    const document = readMtdsg(await wholeOf(path, name), name)
    const taking = new Taking(document, name, { retrieved, today }, knownOn(holdersOf, day), rows)
    yield* headerDrafts(taking)
    if (document.participants !== undefined) {
      complete.add(document.code)
      yield* tableDrafts(taking, document.participants)
    }
    yield* statementDrafts(taking)
    yield* territoryDrafts(taking)
  }
}

/**
 * What tables hold in full: whoever is not in them had not signed, nor consented; whoever is, without brackets, had not
 * left.
 */
const claimOf = (complete: ReadonlySet<string>, through: string): Claim => ({
  treaties: [...complete].map((code) => ({ scheme: 'untc', code })),
  classes: ['signature', 'consent', 'exit'],
  through,
})

const nobody: HoldersOf = () => []

const knownOn =
  (holdersOf: HoldersOf, day: Day) =>
  (name: string): boolean =>
    new Set(
      holdersOf('name', name)
        .filter(({ from, to }) => from <= day && day < to)
        .map(({ subject }) => subject),
    ).size === 1

const wholeOf = async (path: string, name: string): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of bytesOf(path, name)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const nameOf = (files: readonly StatusFile[]): string => {
  const [first, second] = files
  if (first === undefined || second === undefined) return first?.name ?? 'status files'
  const folders = new Set(files.map(({ path }) => dirname(path)))
  const [folder] = folders
  return folders.size === 1 && folder !== undefined
    ? `${basename(folder)}, ${files.length} files`
    : `${files.length} status files`
}

async function* none(): AsyncGenerator<never> {}

/** What is called by a name and has no rows of a table: the files are opened one after the other, as they are read. */
const openedAs = (name: string): OpenFile => ({
  name,
  header: [],
  records: none,
  arrays: none,
  beside: () => Promise.resolve(undefined),
})
