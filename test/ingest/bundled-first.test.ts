import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ingest } from '../../src/cli/commands/ingest.ts'
import { bundledLines, bundledSeries } from '../../src/ingest/candidates/bundled.ts'
import { commitStage } from '../../src/ingest/commit/commit-staged.ts'
import type { FolderReport } from '../../src/ingest/index.ts'
import { candidatesOf } from '../../src/ingest/candidates/json-lines.ts'
import { prepared } from '../../src/ingest/commit/open-for-writing.ts'
import { registeredSources } from '../../src/readmodel/lookups/registered-sources.ts'
import { openStage } from '../../src/ingest/commit/staging-area.ts'
import { questions } from '../../src/queries/index.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { shell } from '../cli/shell.ts'
import { copyCatalogueTo } from '../support/made-once.ts'

const folder = mkdtempSync(join(tmpdir(), 'normtrail-first-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tables = join(folder, 'tables')
mkdirSync(tables)
writeFileSync(join(tables, 'igo.csv'), 'ccode,year,state,un,lon\n2,1950,usa,1,-1\n20,1950,can,1,-1\n')
const mapping = join(import.meta.dirname, '../../examples/mappings/hathaway.json')
const hathaway = join(folder, 'hathaway.csv')
writeFileSync(hathaway, 'country,ccode,year,torture\nUnited States,2,1990,1\n')

let made = 0
/** A data folder of its own, and the program that works on it. */
const aLog = () => {
  made += 1
  return onLog(join(folder, `log-${made}`))
}
/** The same, of a log that holds the catalogue and nothing else: nobody has recorded anything in it either. */
const anUnusedLog = async () => {
  const log = aLog()
  await copyCatalogueTo(log.data)
  return log
}

const onLog = (data: string) => {
  const nt = (...args: readonly string[]) =>
    shell(args, { env: { NORMTRAIL_DATA: data, USER: 'rosa' }, ingest, questions })
  const reportsOf = async (...args: readonly string[]) => {
    const { code, out, err } = await nt(...args, '--format', 'json')
    expect({ code, err: err.replaceAll(/^.*\(\d+ of \d+\)\n/gm, '') }).toEqual({ code: 0, err: '' })
    return JSON.parse(out) as FolderReport
  }
  const filesOf = async (...args: readonly string[]) => (await reportsOf(...args)).reports.map(({ file }) => file)
  return { data, nt, reportsOf, filesOf }
}
const turkey = ['status', 'tur', 'istanbul', '--as-of', '2021-07-01']

describe('an import into a log that holds nothing yet', () => {
  it.each([
    ['a folder', ['import', 'folder', tables], 'igo.csv', aLog],
    ['a file of a format', ['import', 'cow-igo', join(tables, 'igo.csv')], 'igo.csv', anUnusedLog],
    ['a table with a mapping', ['import', 'table', hathaway, '--mapping', mapping], 'hathaway.csv', anUnusedLog],
  ])('brings along what comes with normtrail, in a commit of its own: %s', async (_, args, file, log) => {
    const { nt, reportsOf } = await log()
    const { code, out, err } = await nt(...args)
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^examples: bundled, [^]*\n${file}: `))
    // A line for each file when it is done, on stderr, which is no terminal.
    expect(err).toMatch(
      new RegExp(
        `^examples: \\d+ rows read, \\d+ events appended \\(1 of 2\\)\n${file}: \\d rows? read, ` +
          `\\d events appended \\(2 of 2\\)\n$`,
      ),
    )
    // The catalogue, what is shipped, the file.
    expect((await nt('info')).out).toContain('3 commits')
    // Turkey's denunciation of the Istanbul Convention took effect on 1 July 2021 (Council of Europe, treaty no. 210).
    expect((await nt(...turkey)).out).toContain('EXITED since 2021-07-01')
    const again = await reportsOf(...args)
    expect(again.reports.map((one) => [one.file, one.events.appended])).toEqual([[file, 0]])
    expect(again.lackingOfBundled).toBe(0)
  })

  it('leaves it out where it is told to, and any later import says what that is', async () => {
    const { nt, filesOf, reportsOf } = await anUnusedLog()
    expect(await filesOf('import', 'folder', tables, '--without-bundled')).toEqual(['igo.csv'])
    expect((await nt(...turkey)).out).not.toContain('EXITED since 2021-07-01')
    expect((await nt('import', 'folder', tables, '--without-bundled')).out).not.toContain('lacking')
    const { out } = await nt('import', 'folder', tables)
    expect(out).toMatch(/^lacking: \d+ of the facts that come with normtrail\./m)
    expect(out).toContain('`normtrail import bundled` brings them in.')
    const { reports } = await reportsOf('import', 'bundled')
    expect(out).toContain(`lacking: ${reports[0]?.events.appended} of`)
    expect((await nt(...turkey)).out).toContain('EXITED since 2021-07-01')
    expect((await nt('import', 'folder', tables)).out).not.toContain('lacking')
  })

  it('says how much is lacking where a later version ships more', async () => {
    const { data, reportsOf } = await anUnusedLog()
    const workspace = await openWorkspace(data)
    const stage = openStage()
    const older = bundledLines().filter(({ where }) => !where.startsWith('examples/campaigns'))
    for (const one of candidatesOf(
      older,
      await prepared(workspace, false),
      await registeredSources(workspace.readModel),
      bundledSeries,
    ))
      stage.add(one)
    await commitStage(workspace.log, stage, { series: bundledSeries, recordedBy: 'a test', dryRun: false })
    stage.dispose()
    await workspace.close()
    const { lackingOfBundled, reports } = await reportsOf('import', 'folder', tables)
    expect(reports.map(({ file }) => file)).toEqual(['igo.csv'])
    expect(lackingOfBundled).toBe(bundledLines().length - older.length)
  })

  it('records nothing where there is nothing to import, and nothing in a dry run', async () => {
    const { nt, filesOf } = aLog()
    const empty = join(folder, 'empty')
    mkdirSync(empty, { recursive: true })
    expect((await nt('import', 'folder', empty)).out).toBe('No tables there.\n')
    expect((await nt('import', 'cow-igo', join(folder, 'nowhere.csv'))).code).toBe(2)
    expect(await filesOf('import', 'folder', tables, '--dry-run')).toEqual(['examples', 'igo.csv'])
    expect((await nt('info')).out).toContain('0 events')
  })

  it('says what is in where a file fails', async () => {
    const { nt } = await anUnusedLog()
    const broken = join(folder, 'broken.csv')
    writeFileSync(broken, 'ccode,year,state,un,lon\n2,MCML,usa,1,-1\n')
    const { code, err } = await nt('import', 'cow-igo', broken)
    expect(code).toBe(2)
    expect(err).toContain(`In the log: the facts that come with normtrail.\n  Not in it: ${broken}.\n`)
  })
})

describe('a log that is dated back', () => {
  it('is built with what comes with normtrail, or without', async () => {
    const { nt, filesOf } = aLog()
    expect(await filesOf('import', 'folder', tables, '--recorded-at', 'source')).toEqual(['examples', 'igo.csv'])
    expect((await nt(...turkey)).out).toContain('EXITED since 2021-07-01')
    const without = aLog()
    const load = ['import', 'folder', tables, '--recorded-at', 'source', '--without-bundled', '--dry-run'] as const
    expect(await without.filesOf(...load)).toEqual(['igo.csv'])
  })
})
