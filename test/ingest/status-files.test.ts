import { describe, expect, it } from 'vitest'
import { importFolder } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { statusFile, type StatusFile } from '../sources/mtdsg/status-file.ts'
import { ask, freshWorkspaces, streamOf } from './a-workspace.ts'
import { aFolder, bring, consentLegend, statusOf, torture } from './files-of-a-day.ts'

const fresh = freshWorkspaces()

describe('status files of the depositary', () => {
  it('are one release of their day: every cell, header and text is a row, appended once', async () => {
    const workspace = await fresh()
    const files = {
      'IV-9.en.xml': torture([
        ['Afghanistan<superscript>3</superscript>', '4 Feb 1985', '1 Apr 1987'],
        ['Japan', '', '29 Jun 1999 a'],
      ]),
      'X-9.en.xml': statusFile({
        number: ['X', '9'],
        title: 'Constitution of the Organization',
        header:
          '<Conclusion>Vienna, 8 April 1979</Conclusion><EIF><Label>Entry into force</Label><Labeltext>21 June ' +
          '1985, in accordance with article 25.</Labeltext></EIF>',
      }),
    }
    const report = await bring(workspace, files, '2018-01-15')
    expect(report).toMatchObject({
      importer: 'mtdsg',
      release: 'mtdsg-2018-01-15',
      // Two headers and four cells, of which one is empty.
      rows: { read: 6, appended: 5, known: 0, skipped: 1 },
      skipped: { 'no-value': 1 },
      unmatched: [],
    })
    expect(await bring(workspace, files, '2018-01-15')).toMatchObject({
      rows: { read: 6, appended: 0, known: 5 },
      events: { appended: 0 },
    })
    const acts = await streamOf(workspace, 'treaty-cat')
    expect(acts.find(({ data }) => data.actor === 'afg' && data.act === undefined)?.sources[0]?.locator).toBe(
      'IV-9.en.xml, Afghanistan, note 3: 4 Feb 1985',
    )
  })

  it('bring in by number what the catalogue lacks: title, chapter, day of entry into force as a check', async () => {
    const workspace = await fresh()
    await bring(
      workspace,
      {
        'X-9.en.xml': statusFile({
          number: ['X', '9'],
          title: 'Constitution of the Organization',
          header: `<Conclusion>Vienna, 8 April 1979</Conclusion>
            <EIF><Label>Entry into force</Label>
              <Labeltext>21 June 1985, in accordance with article 25.</Labeltext></EIF>
            <TreatyNote><Text>The Constitution was opened for signature at Vienna on 8 April 1979.</Text></TreatyNote>`,
          legends: ['Signature', consentLegend],
          rows: [['Canada', '31 Aug 1982', '[20 Sep 1983 ]']],
        }),
      },
      '2018-01-15',
    )
    const named = await Promise.all(
      ['X-9', 'x.9', '10-9', 'untc-10-9'].map((treaty) => ask(workspace, 'treaty', { treaty })),
    )
    expect(new Set(named.map(({ treaty }) => treaty))).toEqual(new Set(['untc-10-9']))
    expect(named[0]).toMatchObject({
      title: 'Constitution of the Organization',
      opened: '1979-04-08',
      enteredIntoForce: { date: '1985-06-21', basis: 'stated' },
      clauses: { entryIntoForce: 'unknown', exit: 'unknown' },
    })
    expect(await statusOf(workspace, 'can', '1984-01-01', 'X-9')).toEqual(['CONSENTED', 'EXITED'])
    expect(await statusOf(workspace, 'can', '2018-01-15', 'X-9')).toBe('EXITED')
  })

  it('leave out an entry into force that is provisional, or that lies ahead of the file', async () => {
    const workspace = await fresh()
    const stated = (text: string): StatusFile => ({
      header: `<EIF><Label>Entry into force</Label><Labeltext>${text}</Labeltext></EIF>`,
    })
    await bring(
      workspace,
      {
        'IV-997.en.xml': statusFile({
          number: ['IV', '997'],
          title: 'A',
          ...stated('provisionally on 1 January 1990, in accordance with article 1.'),
        }),
        'IV-998.en.xml': statusFile({
          number: ['IV', '998'],
          title: 'B',
          ...stated('1 January 2019, in accordance with article 1.'),
        }),
        'IV-999.en.xml': statusFile({
          number: ['IV', '999'],
          title: 'C',
          ...stated(
            'provisionally on 1 January 1990 and definitively on 2 March 1991, in accordance with article 1(2).',
          ),
        }),
      },
      '2018-01-15',
    )
    const inForce = async (treaty: string) =>
      ((await ask(workspace, 'treaty', { treaty }))['enteredIntoForce'] as { date: string | null }).date
    expect(await Promise.all(['IV-997', 'IV-998', 'IV-999'].map(inForce))).toEqual([null, null, '1991-03-02'])
  })

  it('claim what their tables hold through the day of their taking; without one nothing, and say so', async () => {
    const claimsOf = async (workspace: Workspace, release: string) =>
      (await streamOf(workspace, `source-${release}`))
        .filter(({ type }) => type === 'CoverageClaimed')
        .map(({ data }) => data)
    const files = {
      'IV-9.en.xml': torture([['Japan', '', '29 Jun 1999 a']]),
      'IV-3.en.xml': statusFile({ number: ['IV', '3'] }),
    }
    const dated = await fresh()
    await bring(dated, files, '2018-01-15')
    expect(await claimsOf(dated, 'mtdsg-2018-01-15')).toEqual([
      { treaties: ['cat'], actors: 'existing', classes: ['signature', 'consent', 'exit'], through: '2018-01-15' },
    ])
    const undated = await fresh()
    const report = await bring(undated, files)
    expect(report.release).toBe('mtdsg-undated')
    expect(await claimsOf(undated, 'mtdsg-undated')).toEqual([])
    expect(report.notes.map(({ text }) => text)).toEqual([
      expect.stringMatching(/nobody says on which day the files were taken/),
    ])
  })

  it('say through a manifest beside them when each was taken: a release for each day', async () => {
    const workspace = await fresh()
    const folder = aFolder({
      'mtdsg.json': JSON.stringify({
        files: {
          'IV-9.en.xml': { retrieved: '2018-01-15' },
          'IV-10.en.xml': { retrieved: '2018-02-01', url: 'https://treaties.un.org' },
        },
      }),
      'IV-9.en.xml': torture([['Japan', '', '29 Jun 1999 a']]),
      'IV-10.en.xml': statusFile({ number: ['IV', '10'] }),
      'IV-12.en.xml': statusFile({ number: ['IV', '12'] }),
      'notes.xml': '<notes/>',
    })
    const { reports, leftAlone } = await importFolder(workspace, folder, { recordedBy: 'a test' })
    expect(reports.map(({ release, file }) => [release, file])).toEqual([
      ['mtdsg-2018-01-15', 'IV-9.en.xml'],
      ['mtdsg-2018-02-01', 'IV-10.en.xml'],
      ['mtdsg-undated', 'IV-12.en.xml'],
    ])
    expect(leftAlone).toEqual([{ file: 'notes.xml', why: 'no status file of the depositary' }])
  })

  it(
    'stop with the file, the participant and the legend where a cell is no date; ' +
      'labels that nobody knows are listed',
    async () => {
      await expect(
        bring(await fresh(), { 'IV-9.en.xml': torture([['Japan', '', '31 Feb 1999 a']]) }, '2018-01-15'),
      ).rejects.toThrow(/IV-9\.en\.xml, Japan, Ratification.*got "31 Feb 1999 a"/)
      const workspace = await fresh()
      const report = await bring(
        workspace,
        { 'IV-9.en.xml': torture([['Japan', '29 Jun 1999']], { legends: ['Adhesion'] }) },
        '2018-01-15',
      )
      expect(report.unmatched).toEqual([{ name: 'Adhesion', rows: 1 }])
    },
  )
})

describe('consent through another instrument', () => {
  it('names it by its number, also where no file of it is there', async () => {
    const workspace = await fresh()
    await bring(
      workspace,
      {
        'X-7-b.en.xml': statusFile({
          number: ['X', '7', 'b'],
          legends: ['Accession(a), Participation by virtue of accession to the Protocol of 11 April 1980(P)'],
          rows: [['Argentina', '19 Jul 1983 P']],
        }),
      },
      '2018-01-15',
    )
    const act = (await streamOf(workspace, 'treaty-untc-10-7-b')).find(({ type }) => type === 'TreatyConsentImplied')
    expect(act?.data).toEqual({ actor: 'arg', through: 'untc-10-7-a' })
  })
})

describe('successive downloads', () => {
  const first = {
    'IV-9.en.xml': torture([
      ['Japan', '', '29 Jun 1999 a'],
      ['Peru', '29 May 1985', '7 Jul 1988'],
      ['Togo', '', '[18 Nov 1987 ]'],
    ]),
  }
  // Peru's date is corrected, Japan is gone, Kenya is new; Togo is in brackets still.
  const second = {
    'IV-9.en.xml': torture([
      ['Kenya', '', '21 Feb 1997 a'],
      ['Peru', '29 May 1985', '8 Jul 1988'],
      ['Togo', '', '[18 Nov 1987 ]'],
    ]),
  }

  it('correct what changed, add what is new, keep and list what vanished', async () => {
    const workspace = await fresh()
    await bring(workspace, first, '2018-01-15')
    const report = await bring(workspace, second, '2019-03-01')
    expect(report.events.corrections).toBe(1)
    expect(report.vanished).toEqual({ retracted: 0, kept: ['treaty-cat jpn consent/1'] })
    expect(await statusOf(workspace, 'jpn', '2018-01-15')).toBe('IN_FORCE')
    expect(await statusOf(workspace, 'per', '1988-07-07')).toBe('SIGNED')
    expect(await statusOf(workspace, 'ken', '2018-01-15')).toBe('IN_FORCE')
  })

  it.each([
    ['in order', ['2018-01-15', '2019-03-01']],
    ['the later one first', ['2019-03-01', '2018-01-15']],
  ])('come to the same, loaded %s: what no longer stands had ended by the earlier list', async (_, days) => {
    const workspace = await fresh()
    for (const day of days) await bring(workspace, day === '2018-01-15' ? first : second, day)
    expect(await statusOf(workspace, 'tgo', '2018-01-14')).toEqual(['IN_FORCE', 'EXITED'])
    expect(await statusOf(workspace, 'tgo', '2018-01-15')).toBe('EXITED')
    expect(await statusOf(workspace, 'per', '1988-07-07')).toBe('SIGNED')
    expect(await statusOf(workspace, 'jpn', '2020-01-01')).toBe('IN_FORCE')
  })

  it('take brackets back where a later list has the act as one that stands', async () => {
    const workspace = await fresh()
    await bring(workspace, first, '2018-01-15')
    await bring(workspace, { 'IV-9.en.xml': torture([['Togo', '', '18 Nov 1987']]) }, '2019-03-01')
    expect(await statusOf(workspace, 'tgo', '2018-06-01')).toBe('IN_FORCE')
  })
})
