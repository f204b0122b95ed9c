import { readFileSync } from 'node:fs'
import { packagePath } from './package-path.ts'

export const version: string = (JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string })
  .version
