import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importOne } from '../../src/ingest/index.ts'
import { importerNamed } from '../../src/sources/index.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { asker } from '../support/ask.ts'
import { dataFolder } from '../support/run/published.ts'
import { partOf, rightsAndArms } from './part-of.ts'

const long = 300_000

interface Row {
  what: string
  actor: string
  subject: string
  from: string | null
  to: string | null
  before: string
  after: string
  events: string[]
}

describe.skipIf(!existsSync(dataFolder))(
  'the tables of the UN Treaty Collection of 2015, and later those of 2026',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'normtrail-clocks-'))
    let workspace: Workspace
    let between: string
    let panelsBefore: ReadonlyMap<string, string>
    let rows: readonly Row[]
    let own: ReadonlySet<string>
    const ask = asker(() => workspace)
    const bring = async (source: string, file: string, from = join(dataFolder, 'un_treaties')): Promise<void> => {
      await importOne(workspace, importerNamed(source), await openFile(join(from, file)), { recordedBy: 'a test' })
      await workspace.catchUp()
    }
    /** Of the table of 2015: the two chapters that the tables of 2026 have. Of others these tell nothing. */
    const bringActs = async (): Promise<void> => {
      const acts = 'untc_actions_2015.csv'
      const kept = partOf(`un_treaties/${acts}`, { rows: (number) => rightsAndArms.test(number) })
      writeFileSync(join(folder, acts), kept)
      await bring('untc-2015', acts, folder)
    }
    const panels = async (): Promise<ReadonlyMap<string, string>> => {
      const found = new Map<string, string>()
      for (const subject of ['cat', 'iccpr', 'icerd', 'cedaw', 'att', 'ottawa', 'torture'])
        found.set(
          subject,
          JSON.stringify(
            await ask(
              'panel status',
              { subject, from: '1960', to: '2014', system: 'cow' },
              { asOf: '2014-12-31', asKnownAt: between },
            ),
          ),
        )
      return found
    }

    beforeAll(async () => {
      workspace = await openWorkspace(folder)
      await importOne(
        workspace,
        importerNamed('cow-states'),
        await openFile(join(dataFolder, 'states', 'cow_states2016.csv')),
        { recordedBy: 'a test' },
      )
      await bring('untc-index', 'untc_index_2015.csv')
      await bringActs()
      between = String((await workspace.log.head()).recordedAt)
      const { ordinal } = await workspace.log.head()
      panelsBefore = await panels()
      await bring('untc-2026', 'untc_hr_arms_2026.csv')
      rows = (await ask<{ rows: Row[] }>('diff', { from: between })).rows
      const later = await workspace.readModel.sql
        .selectFrom('event')
        .select(['stream', 'key'])
        .where('ordinal', '>', ordinal)
        .execute()
      own = new Set(later.map(({ stream, key }) => `${stream.slice('treaty-'.length)} ${key}`))
    }, long)
    afterAll(async () => {
      await workspace.close()
      rmSync(folder, { recursive: true, force: true })
    })

    it(
      'leave the panels as they were known between the two, byte for byte',
      async () => {
        const after = await panels()
        for (const [subject, panel] of panelsBefore) expect(after.get(subject) === panel, subject).toBe(true)
        expect((await ask<{ rows: unknown[] }>('diff', { from: between, to: between })).rows).toEqual([])
      },
      long,
    )

    it('differ by statuses only, each explained by events of the later tables', async () => {
      expect(new Set(rows.map(({ what }) => what))).toEqual(new Set(['status']))
      const { ordinal } = await workspace.world({ asKnownAt: between })
      const cited = new Set(rows.flatMap(({ events }) => events))
      const known = await workspace.readModel.sql
        .selectFrom('event')
        .select('id')
        .where('ordinal', '>', ordinal)
        .execute()
      const fresh = new Set<string>(known.map(({ id }) => id))
      expect(rows.filter(({ events }) => events.length === 0)).toEqual([])
      expect([...cited].filter((id) => !fresh.has(id))).toEqual([])
    })

    it(
      'move the one date that was corrected: Iraq is bound by the Convention on Racial Discrimination a month ' +
        'later',
      () => {
        // 14 January 1970 in the tables of 2015, 13 February in those of 2026; bound thirty days after (art. 19).
        expect(
          rows
            .filter(({ subject, actor }) => subject === 'icerd' && actor === 'irq')
            .map(({ from, to, before, after }) => [from, to, before, after]),
        ).toEqual([
          ['1970-01-14', '1970-02-13', 'CONSENTED', 'SIGNED'],
          ['1970-02-13', '1970-03-15', 'IN_FORCE', 'CONSENTED'],
        ])
      },
    )

    it('bind nobody who did nothing himself: no treaty entered into force on another day', () =>
      expect(rows.filter(({ subject, actor }) => !own.has(`${subject} ${actor}`))).toEqual([]))

    it('change nothing for who was only given another name', () => {
      // Named otherwise in 2026, and without an act after 2015 in these.
      const renamed = new Set(
        ['mkd', 'tur', 'swz', 'bhs', 'nld'].flatMap((actor) =>
          ['iccpr', 'icescr', 'icerd', 'cedaw', 'crc', 'genocide', 'refugees'].map((subject) => `${subject} ${actor}`),
        ),
      )
      expect(rows.filter(({ subject, actor }) => renamed.has(`${subject} ${actor}`))).toEqual([])
    })

    it('disagree about Iraq, and about no other act', async () => {
      const conflicts = (
        await ask<{
          rows: {
            between: string
            actor: string
            subject: string
            follows: { value: string; citations: string[] }
            against: { value: string; citations: string[] }
          }[]
        }>('conflicts', { about: 'treaties' })
      ).rows
      const acts = conflicts.filter(({ between: sides }) => sides !== 'clause')
      expect(acts).toMatchObject([
        {
          between: 'releases',
          actor: 'irq',
          subject: 'icerd',
          follows: { value: '1970-02-13' },
          against: { value: '1970-01-14' },
        },
      ])
      expect([acts[0]?.follows.citations[0], acts[0]?.against.citations[0]]).toMatchObject([
        expect.stringContaining('2026-02-03'),
        expect.stringContaining('2015-03-14'),
      ])
    })
  },
)
