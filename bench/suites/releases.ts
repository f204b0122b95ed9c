import { inFolder } from '../in-folder.ts'
import { numberOption } from '../options.ts'
import { inOwnProcess } from '../phase.ts'
import type { Difference } from '../phases/import-release.ts'
import { line, say } from '../report.ts'

/** A V-Dem-like table: 100 states, 144 years, seven indicators. */
const usual = 100_800

/** What a later release of a table costs, as a ratio to the first import of as many values, in one run. */
export const releases = async (): Promise<void> => {
  const values = Math.round(numberOption('values', usual))
  say(`a table of ${values.toLocaleString('en')} scores, release after release`)
  await inFolder(async (folder) => {
    const bring = (version: number, difference: Difference) =>
      inOwnProcess('importRelease', folder, String(values), String(version), difference)
    const first = { measured: await bring(1, 'same'), named: 'the first import' }
    line('  import the first release', first.measured)
    line('  a release that says the same', await bring(2, 'same'), first)
    line('  a release in which every value is another', await bring(3, 'revised'), first)
    line('  one more', await bring(4, 'revised'), first)
    line('  a release in which every other year is gone', await bring(5, 'thinned'), first)
  })
}
