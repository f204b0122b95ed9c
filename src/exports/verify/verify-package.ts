import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf, NormtrailError } from '../../common/error.ts'
import { temporaryFolder } from '../../common/temporary-folder.ts'
import { checksumsName } from '../package/checksums.ts'
import type { PackageOf, Release } from '../package/package-of.ts'
import type { ReleaseFile } from '../package/release.ts'
import { checkFolder } from './check-folder.ts'
import { fileDifferences } from './compare-files.ts'
import { firstOf, type Difference } from './difference.ts'

/** A package that was made again: as what it says it is, and what it would be called today. */
export interface Rebuilt {
  readonly package: PackageOf
  readonly release: Release
}

/** Makes a package again from a log: into a folder, by a recipe, as the release that it says it is. */
export type Rebuild = (folder: string, release: ReleaseFile, recipe: string) => Promise<Rebuilt>

export interface Verified {
  readonly folder: string
  readonly releaseId: string | null
  readonly files: number
  readonly rows: number | null
  readonly differences: readonly Difference[]
  /** What could not be checked, and why. */
  readonly unchecked: readonly string[]
}

/** What it was made from, against what it is made from now. */
const originDifferences = (was: ReleaseFile, now: Release): readonly Difference[] => {
  const isSameLog = was.prefix === now.prefix && was.ordinal === now.ordinal
  const isSameProgram = was.program === now.program
  return [
    ...(isSameLog
      ? []
      : [
          {
            where: 'log',
            says:
              `it was made of a log up to event ${was.ordinal} (sha256 ${was.prefix}); this one is, at that moment, ` +
              `at event ${now.ordinal} (sha256 ${now.prefix}): another log`,
          },
        ]),
    ...(isSameProgram
      ? []
      : [{ where: 'program', says: `it was made by normtrail ${was.program}; this is ${now.program}` }]),
    ...(isSameLog && isSameProgram && was.releaseId !== now.releaseId
      ? [{ where: 'release.json', says: `the recipe makes release ${now.releaseId}, and not ${was.releaseId}` }]
      : []),
  ]
}

/** What differs between the folder and the package that is made again, file by file. */
const rebuiltDifferences = async (
  folder: string,
  files: readonly string[],
  [release, rebuild]: readonly [ReleaseFile, Rebuild],
): Promise<readonly Difference[]> => {
  const recipe = await readFile(join(folder, 'recipe.json'), 'utf8')
  const { folder: beside, temporary } = temporaryFolder()
  try {
    const { package: again, release: now } = await rebuild(beside, release, recipe)
    const origin = originDifferences(release, now)
    const made = (await readdir(beside)).filter((name) => name !== checksumsName && files.includes(name))
    const compared: Difference[] = []
    for (const name of made) compared.push(...firstOf(name, await fileDifferences(folder, beside, name, again.key)))
    return [...origin, ...compared]
  } finally {
    temporary.remove()
  }
}

/**
 * Holds a package against its own checksums, and against the log: it is made again, and every file compared. What comes
 * of another program or another log is said once; the files are compared as if it had the name that they have.
 */
export const verifyPackage = async (folder: string, rebuild: Rebuild | undefined): Promise<Verified> => {
  const { differences, release, files } = await checkFolder(folder)
  const told = {
    folder,
    releaseId: release?.releaseId ?? null,
    files: files.length,
    rows: release?.rows ?? null,
  }
  if (rebuild === undefined)
    return { ...told, differences, unchecked: ['whether the log gives the same: no log was asked'] }
  if (release === undefined || !files.includes('recipe.json'))
    return {
      ...told,
      differences,
      unchecked: ['whether the log gives the same: recipe.json and release.json are needed to make it again'],
    }
  try {
    const rebuilt = await rebuiltDifferences(folder, files, [release, rebuild])
    return { ...told, differences: [...differences, ...rebuilt], unchecked: [] }
  } catch (thrown) {
    if (!(thrown instanceof NormtrailError)) throw thrown
    return { ...told, differences, unchecked: [`whether the log gives the same: ${messageOf(thrown)}`] }
  }
}

/** What came of it, in words. */
export const verifiedText = ({ folder, releaseId, files, rows, differences, unchecked }: Verified): string =>
  [
    differences.length > 0
      ? `${folder}: ${differences.length === 1 ? '1 difference' : `${differences.length} differences`}`
      : `${folder}: ${files} files, ${rows ?? 'no'} rows, as they were made; release ${releaseId ?? 'unknown'}`,
    ...differences.map(({ where, says }) => `  ${where}: ${says}`),
    ...unchecked.map((what) => `  not checked: ${what}`),
  ].join('\n')
