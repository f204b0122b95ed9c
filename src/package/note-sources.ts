import { writeFileSync } from 'node:fs'
import { packagePath } from './package-path.ts'
import { sourceDigest } from './source-digest.ts'

// The last step of a build, also of one that the compiler complains of and writes all the same: what is built knows
// which sources it was made from, also where it is installed without them.
writeFileSync(packagePath('dist', 'sources.json'), `${JSON.stringify({ sources: sourceDigest(packagePath()) })}\n`)
