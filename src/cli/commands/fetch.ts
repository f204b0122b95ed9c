import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { badInput, NormtrailError } from '../../common/error.ts'
import { politely } from '../../fetch/ask.ts'
import { choose, readChapters, readList } from '../../fetch/choose.ts'
import { fetchMtdsg, type Fetched } from '../../fetch/fetch-mtdsg.ts'
import { readInstrument, type Instrument } from '../../fetch/instrument.ts'
import type { Places } from '../../workspace/settings.ts'
import { formatDay } from '../../time/day.ts'
import { utcToday } from '../../time/today.ts'
import { version } from '../../package/version.ts'
import { withWorkspace, type CliContext } from '../context/cli-context.ts'
import { inputLines } from '../context/read-lines.ts'
import { withProgress } from '../context/progress.ts'
import type { Terminal } from '../context/terminal.ts'
import { fetchText } from './fetch-report.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

interface Options extends Places {
  readonly into: string
  readonly chapter?: string
  readonly list?: string
  readonly address: string
  readonly contact?: string
  readonly pause: string
  readonly timeout: string
  readonly resume?: boolean
  readonly format: string
}

const tries = 4
const longestWait = 5 * 60_000
const largest = 64 * 2 ** 20

/** `fetch mtdsg`: the depositary's own files, as it publishes them. */
export const fetchCommand = (program: Command, house: CliContext): void => {
  const fetching = program
    .command('fetch')
    .description('Downloads what an import reads, politely, and keeps it up to date.')
  const mtdsg = fetching
    .command('mtdsg')
    .description(
      'The status files of the UN Treaty Collection, one an instrument, with a manifest that says when each was taken.',
    )
    .argument(
      '[instruments...]',
      'by number, as the depositary writes it (IV-9), or by any name that ' +
        'the log knows (default: all that the log knows by number)',
    )
    .requiredOption('--into <folder>', 'where the files go; made if it is not there')
    .option('--chapter <list>', 'those of these chapters, with commas between: IV,XXVI')
    .option('--list <file>', 'a list to choose from instead of the log: one number a line')
    .option('--address <url>', 'where the depositary publishes', 'https://treaties.un.org')
    .option('--contact <who>', 'a mail address or page, told to the server beside the name and version of this program')
    .option(
      '--pause <seconds>',
      'between two requests; twice, four and eight times as long before a request is made again',
      '1',
    )
    .option('--timeout <seconds>', 'for a whole answer', '120')
    .option('--resume', 'goes on with a run that was cut off: leaves alone what was confirmed today (UTC) already')
    .option(...reportFormat)
    .action((words: string[]) => fetchInstruments(house, words, mtdsg.optsWithGlobals<Options>()))
}

const fetchInstruments = async (house: CliContext, words: readonly string[], options: Options): Promise<void> => {
  checkReportFormat(options.format)
  const { address, pause, timeout, userAgent } = {
    address: readAddress(options.address),
    pause: readSeconds(options.pause, '--pause', 0),
    timeout: readSeconds(options.timeout, '--timeout', 0.001),
    userAgent: userAgentOf(options.contact),
  }
  const instruments = await chosen(house, words, options)
  const report = await withProgress(house.terminal, (show, note) =>
    fetchMtdsg(instruments, {
      address,
      folder: options.into,
      resume: options.resume ?? false,
      today: () => formatDay(utcToday()),
      ask: politely({ pause, tries, longestWait, wait: (milliseconds) => wait(milliseconds) }),
      request: { userAgent, timeout, largest },
      onFile: (file, done, of) => {
        if (isNews(file)) note(lineOf(file, done, of))
        show('fetching:', done, of)
      },
    }),
  )
  await printReport(house.terminal, options.format, report, fetchText(report))
  const missing = report.files.filter(({ outcome }) => outcome === 'failed' || outcome === 'not-asked').length
  if (missing > 0)
    throw new NormtrailError(
      'unavailable',
      'not-fetched',
      `${missing} of ${report.files.length} files could not be had.`,
      { hint: 'What was there before is as it was. The same command, given again later, asks for them again.' },
    )
}

/** Which instruments: the log is opened only where it is needed. */
const chosen = async (
  house: CliContext,
  words: readonly string[],
  options: Options,
): Promise<readonly Instrument[]> => {
  const read = words.map((word) => ({ word, instrument: readInstrument(word) }))
  const chapters = options.chapter === undefined ? [] : readChapters(options.chapter)
  const numbered = read.flatMap(({ instrument }) => instrument ?? [])
  const names = read.flatMap(({ word, instrument }) => (instrument === undefined ? [word] : []))
  const { list } = options
  const fromFile = async () => listed(list as string, house.terminal)
  if (names.length === 0 && (list !== undefined || (words.length > 0 && chapters.length === 0)))
    return choose({ named: numbered, chapters, list: fromFile })
  return withWorkspace(house, options, async (workspace) => {
    await workspace.catchUp()
    const { names: known, asOf } = await workspace.world({})
    const numberOf = (treaty: string): Instrument | undefined =>
      readInstrument(known.codeOf('treaty', treaty, 'untc', asOf) ?? '')
    const named = names.map((word) => {
      const instrument = numberOf(known.require('treaty', word))
      if (instrument !== undefined) return instrument
      throw badInput('no-number', `"${word}" has no number of the depositary.`, { where: '<instruments>' })
    })
    return choose({
      named: [...numbered, ...named],
      chapters,
      list:
        list === undefined ? async () => known.subjects('treaty').flatMap(({ id }) => numberOf(id) ?? []) : fromFile,
    })
  })
}

const listed = async (file: string, terminal: Terminal): Promise<readonly Instrument[]> => {
  const { name, lines } = await inputLines(file, terminal)
  return readList(lines, name)
}

const isNews = ({ outcome }: Fetched): boolean => outcome === 'new' || outcome === 'changed' || outcome === 'failed'

const lineOf = ({ instrument, outcome, why }: Fetched, done: number, of: number): string =>
  `${instrument}: ${outcome}${why === undefined ? '' : `, ${why}`} (${done} of ${of})`

const readAddress = (text: string): URL => {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) {
    const { origin, pathname } = new URL(text)
    return new URL(pathname, origin)
  }
  throw badInput('bad-input', `"${text}" is no address. Expected https://…`, { where: '--address' })
}

const readSeconds = (text: string, where: string, least: number): number => {
  const seconds = Number(text)
  if (text.trim() !== '' && seconds >= least && seconds <= 86_400) return seconds * 1000
  throw badInput('bad-input', `"${text}" is no number of seconds, from ${least} to 86400.`, { where })
}

/** `normtrail/0.2.0 (+who@example.org)`; the digest of the build is of no use to a server. */
const userAgentOf = (contact: string | undefined): string => {
  const program = `normtrail/${version.split('+')[0]}`
  if (contact === undefined) return program
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(contact) && !/[()\\]/.test(contact)) return `${program} (+${contact})`
  throw badInput(
    'bad-input',
    `"${contact}" cannot be told to a server. Expected a mail address or the address of a page.`,
    {
      where: '--contact',
    },
  )
}
