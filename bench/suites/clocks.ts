import { inFolder } from '../in-folder.ts'
import { median } from '../median.ts'
import { numberOption } from '../options.ts'
import { inOwnProcess, type Measured } from '../phase.ts'
import { line, say } from '../report.ts'

const asked = '300'
const rounds = 3
const kinds = ['status', 'memberships'] as const

/** One ratio of two medians, and what it should not be above, where that is agreed. */
const ratio = (
  what: string,
  [mine, named]: readonly [number, string],
  [other, otherNamed]: readonly [number, string],
  unit: string,
  aim?: number,
): void =>
  say(
    '  ' +
      `${what.padEnd(24)}${`${mine.toFixed(2)} ${unit} ${named}`.padStart(34)}` +
      `${`${other.toFixed(2)} ${unit} ${otherNamed}`.padStart(34)}  ${(mine / other).toFixed(2)} ` +
      `times${aim === undefined ? '' : ` (aim: ${aim.toFixed(1)})`}`,
  )

const medianOf = (list: readonly Measured[], what: string): number =>
  median(list.map(({ medians }) => medians?.[what] ?? Number.NaN))

const repeated = async (folder: string): Promise<readonly Measured[]> => {
  const found: Measured[] = []
  for (let round = 0; round < rounds; round += 1) found.push(await inOwnProcess('askPoints', folder, asked))
  return found
}

const afterCorrections = async (facts: number): Promise<void> => {
  say(`a past instant, after all of ${facts.toLocaleString('en')} events was corrected five times`)
  await inFolder(async (folder) => {
    line('  append and fold', await inOwnProcess('loadWorld', folder, String(facts)))
    const before = await repeated(folder)
    line('  append and fold the corrections', await inOwnProcess('overwrite', folder, String(facts), '5'))
    const found = await repeated(folder)
    for (const kind of kinds)
      ratio(
        kind,
        [medianOf(found, `${kind} then`), 'as known before'],
        [medianOf(found, `${kind} now`), 'as known now'],
        'ms',
        2,
      )
    // The past may look cheap only because the present has become dear.
    for (const kind of kinds)
      ratio(
        kind,
        [medianOf(found, `${kind} now`), 'now, corrected'],
        [medianOf(before, `${kind} now`), 'now, before corrections'],
        'ms',
      )
  })
}

const inALongLog = async (few: number, many: number): Promise<void> => {
  const [small, large] = [few.toLocaleString('en'), many.toLocaleString('en')]
  say(`point questions in a log of ${large} events, and of ${small}`)
  await inFolder((short) =>
    inFolder(async (long) => {
      for (const [folder, size] of [
        [short, few],
        [long, many],
      ] as const)
        line(`  append and fold ${size.toLocaleString('en')}`, await inOwnProcess('loadWorld', folder, String(size)))
      const found = { short: [] as Measured[], long: [] as Measured[] }
      for (let round = 0; round < rounds; round += 1) {
        found.short.push(await inOwnProcess('askPoints', short, asked))
        found.long.push(await inOwnProcess('askPoints', long, asked))
      }
      for (const kind of kinds)
        ratio(
          kind,
          [medianOf(found.long, `${kind} now`), `of ${large}`],
          [medianOf(found.short, `${kind} now`), `of ${small}`],
          'ms',
          2,
        )
    }),
  )
}

const rebuildWithCorrections = async (total: number): Promise<void> => {
  say(`rebuild of ${total.toLocaleString('en')} events, with corrections in 5 % of the streams and without`)
  await inFolder((plain) =>
    inFolder(async (amended) => {
      await inOwnProcess('loadAmended', plain, String(total), '0')
      await inOwnProcess('loadAmended', amended, String(total), '20')
      const found = { plain: [] as Measured[], amended: [] as Measured[] }
      for (let round = 0; round < rounds; round += 1) {
        found.plain.push(await inOwnProcess('rebuild', plain))
        found.amended.push(await inOwnProcess('rebuild', amended))
      }
      // The same number of events on both sides, or the ratio means nothing.
      const [with_, without] = [found.amended[0]?.events, found.plain[0]?.events]
      if (with_ !== without) throw new Error(`rebuild: ${with_} events with corrections, ${without} without`)
      const seconds = (list: readonly Measured[]): number => median(list.map((one) => one.seconds))
      ratio('rebuild', [seconds(found.amended), 'with corrections'], [seconds(found.plain), 'without'], 's', 1.5)
    }),
  )
}

/**
 * What the two clocks cost, each as a ratio of medians in one run: to ask about a past instant rather than now, to ask
 * a long log rather than a short one, to rebuild what has been corrected rather than what has not.
 */
export const clocks = async (): Promise<void> => {
  const events = Math.round(numberOption('events', 100_000))
  await afterCorrections(Math.min(25_000, Math.max(5_000, Math.round(events / 4))))
  await inALongLog(10_000, Math.max(10_000, events))
  await rebuildWithCorrections(Math.max(10_000, events))
}
