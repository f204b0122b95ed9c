import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { proposeFromNotes, type ReadNotesReport } from '../../src/ingest/proposals/read-notes.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { readMtdsg } from '../../src/sources/mtdsg/read-mtdsg.ts'
import { theBundledCase } from '../support/a-workspace-of.ts'
import { dataFolder } from '../support/run/published.ts'

const long = 300_000
const folder = join(dataFolder, 'un_treaties/mtdsg_2018')
/** The day on which the files were taken: shared/data/SOURCES.md. */
const taken = '2018-01-15'

interface Line {
  readonly stream: string
  readonly type: string
  readonly occurred?: string
  readonly effective?: string
  readonly data: { readonly actor?: string; readonly statedEffective?: string }
}
const shipped = (name: string): readonly Line[] =>
  readFileSync(packagePath(`examples/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

const ends = /^Treaty(Withdrawal|ConsentWithdrawn|SignatureRepudiated)/
const extinct = new Set(['csk', 'yug', 'ddr', 'pdry', 'yar', 'rvn'])

/** What is shipped of withdrawals, and of acts of states that are no more, by the day of the files. */
const known = [...shipped('withdrawals'), ...shipped('extinct-states')].filter(
  ({ stream, type, occurred = '', data: { actor = '' } }) =>
    stream.startsWith('treaty-') && occurred <= taken && (ends.test(type) || extinct.has(actor)),
)

/** Files without notes: in the stored copy they were cut after the header, or the depositary's own file has none. */
const withoutNotes: Readonly<Record<string, string>> = {
  icerd: 'IV-2',
  icescr: 'IV-3',
  iccpr: 'IV-4',
  cedaw: 'IV-8',
  cat: 'IV-9',
  crc: 'IV-11',
  refugees: 'V-2',
  rome: 'XVIII-10',
  unclos: 'XXI-6',
  vclt: 'XXIII-1',
}

/** What the notes tell otherwise, or not at all, and why. */
const explained: Readonly<Record<string, string>> = {
  'genocide pdry TreatyAcceded 1987-02-09': 'no note tells it: the table has the day in the row of Yemen',
  'iccpr-op1 jam TreatyWithdrawalNotified 1997-10-23 1998-01-23':
    'the note has the day of the notice; the day of effect is that of the Human Rights Committee',
  'iccpr-op1 jam TreatyWithdrawalTookEffect 1998-01-23': 'the note has no day of effect',
}

describe.skipIf(!existsSync(folder))('the notes of the depositary, as the files of 2018 have them', () => {
  const bundled = theBundledCase()
  let report: ReadNotesReport
  let proposed: readonly Line[]

  beforeAll(async () => {
    const workspace = bundled.workspace()
    report = await proposeFromNotes(workspace, [folder], { recordedBy: 'a test', retrieved: taken })
    const lines: Line[] = []
    for await (const { event } of workspace.log.readAll())
      if (event.type === 'FactProposed') lines.push(event.data.proposed as unknown as Line)
    proposed = lines
  }, long)

  const told = ({ stream, type, occurred, effective, data: { actor } }: Line): boolean =>
    proposed.some(
      (line) =>
        line.stream === stream &&
        line.data.actor === actor &&
        ((line.type === type && line.occurred === occurred && line.effective === effective) ||
          // A notice states the day on which it takes effect: the depositary does not say it again once it has come.
          (type === 'TreatyWithdrawalTookEffect' && line.data.statedEffective === occurred)),
    )
  const nameOf = ({ stream, type, occurred, effective, data: { actor } }: Line): string =>
    [stream.slice('treaty-'.length), actor, type, occurred, effective].filter((word) => word !== undefined).join(' ')

  it('are all read, and every state that they name is known on the day of its act', () => {
    expect(report.files).toBe(407)
    expect(new Set(report.refused.map(({ code }) => code))).toEqual(new Set(['unknown-stream']))
  })

  it('tell every shipped withdrawal and act of a state that is no more with the same days, but for these', () => {
    const untold = known
      .filter(({ stream }) => !(stream.slice('treaty-'.length) in withoutNotes))
      .filter((line) => !told(line))
    expect(untold.map(nameOf).toSorted()).toEqual(Object.keys(explained).toSorted())
  })

  it.each(Object.entries(withoutNotes))('of %s are not there: %s has none', (_treaty, number) => {
    const file = `${number}.en.xml`
    expect(readMtdsg(readFileSync(join(folder, file)), file).endnotes).toEqual([])
  })
})
