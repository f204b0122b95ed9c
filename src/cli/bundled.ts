import { freshBundle } from '../package/fresh-bundle.ts'
import { runBundle, type Bundle } from './run-bundle.ts'

/** The program in one file; undefined where there is none that is as new as the sources. */
export const bundled = (): Bundle | undefined => {
  const file = freshBundle('bundle/start.cjs', 'cli/start.js')
  return file === undefined ? undefined : runBundle(file).bundle
}
