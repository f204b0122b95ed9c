import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../package/package-path.ts'
import type { Line } from './json-lines.ts'

export { bundledSeries } from '../../events/source.ts'

/** Every line of what the project ships in `examples/`, in the order of the files' names. */
export const bundledLines = (): readonly Line[] => {
  const folder = packagePath('examples')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .map((text, index): Line => ({ where: `examples/${name}, line ${index + 1}`, text }))
        .filter(({ text }) => text.trim() !== ''),
    )
}
