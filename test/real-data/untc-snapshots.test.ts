import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupBy } from '../../src/common/group-by.ts'
import { importBundled, importFolder } from '../../src/ingest/index.ts'
import { resolve } from '../../src/ingest/candidates/resolve-draft.ts'
import { loadNames } from '../../src/names/load.ts'
import type { Names } from '../../src/names/names.ts'
import { historyOf, lawOf } from '../../src/queries/treaties/treaty-law.ts'
import type { Draft, Importer } from '../../src/sources/importer/draft.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { untc2026 } from '../../src/sources/untc/untc-2026.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { isDraft, yieldsOf } from '../sources/table-in-memory.ts'
import { compareTables, type Comparison, type ResolvedAct } from '../sources/untc-compare.ts'
import { dataFolder } from '../support/run/published.ts'

const long = 300_000

/**
 * Why a pair of the tables of 2015 is not in those of 2026, or blank there: withdrawals of the public record, by the
 * first day out.
 */
const withdrew: Readonly<Record<string, string>> = {
  // Denunciations of the first Optional Protocol (MTDSG, chapter IV.5, notes), all for good.
  'iccpr-op1 jam': '1998-01-23',
  'iccpr-op1 tto': '2000-06-27',
  'iccpr-op1 blr': '2023-02-08',
  // Withdrawals from the Ottawa Convention (MTDSG, chapter XXVI.5, notes) and the Convention on Cluster Munitions
  // (XXVI.6).
  'ottawa est': '2025-12-27',
  'ottawa lva': '2025-12-27',
  'ottawa ltu': '2025-12-27',
  'ottawa fin': '2026-01-10',
  'ccm ltu': '2025-03-06',
}

/** Participants under another name in 2026, by their name in 2015: 105 pairs of a treaty and a name. */
const renamed: Readonly<Record<string, number>> = {
  'The former Yugoslav Republic of Macedonia': 27,
  Netherlands: 26,
  Turkey: 25,
  Swaziland: 16,
  Bahamas: 11,
}

describe.skipIf(!existsSync(dataFolder))('the two snapshots of the UN Treaty Collection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-untc-'))
  let workspace: Workspace
  let names: Names
  let of2015: readonly Draft[]
  let of2026: readonly Draft[]
  let compared: Comparison

  const draftsOf = async (importer: Importer, file: string): Promise<readonly Draft[]> =>
    (await yieldsOf(importer, await openFile(join(dataFolder, 'un_treaties', file)))).filter(isDraft)
  const resolved = (draft: Draft): ResolvedAct => {
    const found = resolve(names, draft)
    if ('reference' in found) throw new Error(`"${found.reference.code}" is nobody`)
    return {
      treaty: found.stream.slice('treaty-'.length),
      actor: found.ids['actor'] ?? '',
      type: draft.type,
      date: draft.occurred ?? '',
    }
  }
  const written = (draft: Draft): string => `${JSON.stringify(draft.stream[1])} ${draft.references['actor']?.code}`

  beforeAll(async () => {
    workspace = await openWorkspace(folder)
    // Links to the tables alone: the status files beside them are a source of their own.
    const tables = join(folder, 'tables')
    mkdirSync(tables)
    for (const name of readdirSync(join(dataFolder, 'un_treaties')))
      if (/\.csv(\.gz)?$/.test(name)) symlinkSync(join(dataFolder, 'un_treaties', name), join(tables, name))
    await importFolder(workspace, tables, { recordedBy: 'a test' })
    names = await loadNames(workspace.readModel.sql, await workspace.catchUp())
    of2015 = await draftsOf(untc2015, 'untc_actions_2015.csv')
    of2026 = await draftsOf(untc2026, 'untc_hr_arms_2026.csv')
    compared = compareTables(of2015.map(resolved), of2026.map(resolved))
  }, long)
  afterAll(async () => {
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it(
    'give every state and treaty that they name a timeline, in which something has happened',
    async () => {
      const pairs = new Map([...of2015, ...of2026].map(resolved).map((act) => [`${act.treaty} ${act.actor}`, act]))
      const world = await workspace.world({})
      const without: string[] = []
      for (const [treaty, acts] of groupBy(pairs.values(), (act) => act.treaty)) {
        const law = await lawOf(world, treaty)
        for (const { actor } of acts)
          if (!historyOf(law, actor).timeline.some(({ value }) => value.status !== 'NONE'))
            without.push(`${treaty} ${actor}`)
      }
      expect(without).toEqual([])
      // 23,672 pairs by name in 2015 and 466 more in 2026, less 105 that are one pair under two names, the 6 objections
      // of 2026, and Iran's under 21-6-a (no act).
      expect(pairs.size).toBe(23_672 + 466 - 105 - 6 - 1)
    },
    long,
  )

  it('name 113 pairs in 2015 that are not so named in 2026: 105 have another name, 8 withdrew, none is lost', () => {
    const [before, after] = [new Map(of2015.map((draft) => [written(draft), draft])), new Set(of2026.map(written))]
    const treaties = new Set(of2026.map((draft) => JSON.stringify(draft.stream[1])))
    const gone = [...before]
      .filter(([key, draft]) => treaties.has(JSON.stringify(draft.stream[1])) && !after.has(key))
      .map(([, draft]) => draft)
    expect(gone).toHaveLength(113)
    const left = gone.filter((draft) => renamed[draft.references['actor']?.code ?? ''] === undefined)
    expect(
      Object.fromEntries(
        [
          ...groupBy(
            gone.filter((draft) => !left.includes(draft)),
            (draft) => draft.references['actor']?.code ?? '',
          ),
        ].map(([name, of]) => [name, of.length]),
      ),
    ).toEqual(renamed)
    expect(
      left
        .map(resolved)
        .map(({ treaty, actor }) => `${treaty} ${actor}`)
        .toSorted(),
    ).toEqual(Object.keys(withdrew).toSorted())
  })

  it('agree on 3,747 pairs of 29 treaties; one consent has another date: that of Iraq under CERD', () => {
    expect(compared.pairs.both).toBe(3747)
    expect(compared.redated).toEqual([
      { treaty: 'icerd', actor: 'irq', class: 'consent', earlier: ['1970-01-14'], later: ['1970-02-13'] },
    ])
  })

  it('leave out whom the public record knows to have withdrawn, and nobody else', () => {
    expect(compared.pairs.absent.map(([treaty, actor]) => `${treaty} ${actor}`).toSorted()).toEqual(
      Object.keys(withdrew).toSorted(),
    )
  })

  it('blank one consent and keep the signature: the Russian Federation took its ratification of the CTBT back', () => {
    expect(compared.blank).toEqual([
      { treaty: 'ctbt', actor: 'rus', class: 'consent', earlier: ['2000-06-30'], later: [] },
    ])
  })

  it(
    'unmake nobody: who vanished is still bound, until the withdrawals that come with normtrail say when it left',
    async () => {
      const standing = async (treaty: string, actor: string, asOf: string) => {
        const [year = 0, month = 0, day = 0] = asOf.split('-').map(Number)
        const at = Date.UTC(year, month - 1, day) / 86_400_000
        const { timeline } = historyOf(await lawOf(await workspace.world({}), treaty), actor)
        return timeline.find(({ from, to }) => from <= at && at < to)?.value.status
      }
      for (const [pair, out] of Object.entries(withdrew)) {
        const [treaty = '', actor = ''] = pair.split(' ')
        expect([pair, await standing(treaty, actor, out)]).toEqual([pair, 'IN_FORCE'])
      }
      await importBundled(workspace, { recordedBy: 'a test' })
      await workspace.catchUp()
      for (const [pair, out] of Object.entries(withdrew)) {
        const [treaty = '', actor = ''] = pair.split(' ')
        expect([pair, await standing(treaty, actor, out)]).toEqual([pair, 'EXITED'])
      }
      expect(await standing('ctbt', 'rus', '2023-11-02')).toBe('CONSENTED')
      expect(await standing('ctbt', 'rus', '2023-11-03')).toBe('SIGNED')
    },
    long,
  )

  it('and what comes with normtrail tell one act where they agree, with the citations of both', async () => {
    // Burundi's ratification, 21 September 2004: in the tables of 2015, and among the acts that come with normtrail.
    const { acts } = await lawOf(await workspace.world({}), 'rome')
    const consents = acts.filter((act) => act.actor === 'bdi' && act.class === 'consent')
    expect(consents).toHaveLength(1)
    expect(consents[0]?.decidedBy).toHaveLength(2)
    // Guyana: the tables have the second accession only.
    const guyana = (await lawOf(await workspace.world({}), 'iccpr-op1')).acts.filter(
      (act) => act.actor === 'guy' && act.class === 'consent',
    )
    expect(guyana.map((act) => act.decidedBy.length).toSorted()).toEqual([1, 2])
  })
})
