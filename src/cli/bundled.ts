import { freshBundle } from '../package/fresh-bundle.ts'
import { runBundle, type Bundle } from './run-bundle.ts'

/**
 * The program in one file: what asks, or the whole of it. Undefined where there is none that is as new as the sources.
 */
export const bundled = (name: 'start' | 'whole'): Bundle | undefined => {
  const file = freshBundle(`bundle/${name}.cjs`, 'cli/start.js')
  return file === undefined ? undefined : runBundle(file).bundle
}
