import { readFileSync } from 'node:fs'
import { packagePath } from './package-path.ts'
import { sourceDigest } from './source-digest.ts'

/** What the build noted: a package that is installed has no sources. */
const noted = (): string =>
  (JSON.parse(readFileSync(packagePath('dist', 'sources.json'), 'utf8')) as { readonly sources: string }).sources

const manifest = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { readonly version: string }

/**
 * The digest of the sources that this program was made from: as its build noted it, or of the sources that are run
 * themselves.
 */
export const sources: string = import.meta.url.endsWith('.ts') ? sourceDigest(packagePath()) : noted()

/**
 * Which program this is: its release, and the first 12 digits of the digest, since two builds of one release may answer
 * differently.
 */
export const version = `${manifest.version}+${sources.slice(0, 12)}`
