import type { Command } from 'commander'
import { NormtrailError } from '../../../common/error.ts'
import type { Rebuild, Verified } from '../../../exports/verify/verify-package.ts'
import { readRecipe } from '../../../queries/recipes/read-recipe.ts'
import { tableOfRecipe } from '../../../queries/recipes/table-of-recipe.ts'
import { unreadable } from '../../../text/bytes.ts'
import type { Places } from '../../../workspace/settings.ts'
import { withWorkspaceThere, type CliContext } from '../../context/cli-context.ts'
import { withProgress, type ProgressLine } from '../../context/progress.ts'
import { countingRows } from './counting-rows.ts'
import { checkReportFormat, printReport, reportFormat } from '../report.ts'

interface Options extends Places {
  readonly format: string
  readonly withoutLog?: boolean
}

/** Makes a package again from the log, by the name that it has. */
const rebuildFrom =
  (house: CliContext, places: Places, show: ProgressLine['show']): Rebuild =>
  async (folder, release, text) => {
    const [{ planOf, releaseOf }, { writePackage }] = await Promise.all([
      import('../../../exports/package/plan-of.ts'),
      import('../../../exports/package/write-package.ts'),
    ])
    return withWorkspaceThere(house, places, async (workspace) => {
      await workspace.catchUp((done, of) => show('catching up:', done, of))
      const recipe = readRecipe(text)
      const { asOf, asKnownAt, formats, mayRedistribute, releaseId, program, ordinal, prefix } = release
      const world = await workspace.world({ asOf, asKnownAt })
      const { progress, counted } = countingRows(show)
      const table = counted(await tableOfRecipe({ ...world, progress }, recipe))
      const plan = await planOf(table, { recipe, text, formats, mayRedistribute })
      const asNamed = { ...plan, release: { releaseId, program, asOf, asKnownAt, ordinal, prefix } }
      return { package: await writePackage(folder, asNamed, table.pages()), release: releaseOf(table) }
    })
  }

/** A package that is not what it should be, or of which nobody knows. Nothing where all is well. */
const failureOf = ({ differences, unchecked }: Verified, withoutLog: boolean): NormtrailError | undefined => {
  if (differences.length > 0)
    return new NormtrailError(
      'check-failed',
      'package-differs',
      'the package is not as it was made, or as the log gives it.',
    )
  if (unchecked.length === 0 || withoutLog) return undefined
  return new NormtrailError('check-failed', 'package-unchecked', 'the files are whole; the log was not asked.', {
    hint: 'Name the log that it was made of (--data), or give --without-log.',
  })
}

/** `export verify <folder>`: holds a package against its checksums and against the log. */
export const exportVerifyCommand = (group: Command, house: CliContext): void => {
  const { terminal } = house
  const command = group
    .command('verify')
    .description('Makes a package again from the log, and says what differs: which file, which row, which column.')
    .argument('<folder>', 'a folder that `export package` has written')
    .option('--without-log', 'holds it against its own checksums alone')
    .option(...reportFormat)
    .action(async (folder: string) => {
      const { format, withoutLog = false, ...places } = command.optsWithGlobals<Options>()
      checkReportFormat(format)
      const { verifiedText, verifyPackage } = await import('../../../exports/verify/verify-package.ts')
      const verified = await withProgress(terminal, (show) =>
        verifyPackage(folder, withoutLog ? undefined : rebuildFrom(house, places, show)),
      ).catch((thrown: unknown) => {
        throw thrown instanceof NormtrailError ? thrown : unreadable(folder, thrown)
      })
      await printReport(terminal, format, verified, verifiedText(verified))
      const failure = failureOf(verified, withoutLog)
      if (failure !== undefined) throw failure
    })
}
