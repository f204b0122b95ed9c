import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ingest } from '../../src/cli/commands/ingest.ts'
import { catalogue } from '../../src/events/registry.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { networks } from '../../src/queries/graphs/index.ts'
import { questions } from '../../src/queries/index.ts'
import { shell } from '../cli/shell.ts'

const page = (name: string): string => readFileSync(packagePath('docs', name), 'utf8')

/** The pages that are made from definitions, and the flag of `codebook` that makes each. */
const made = { 'cli.md': '--commands', 'events.md': '--events', 'openapi.json': '--openapi' }

describe('references', () => {
  it.each(Object.entries(made))('docs/%s is what the definitions say: npm run docs writes it', async (name, flag) => {
    const { code, out, err } = await shell(['codebook', flag], { questions, networks, ingest })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(page(name))
  })
  it.each([...Object.entries(made), ['codebook.md', 'codebook >'], ['sources.md', '--sources']])(
    'docs/%s is written by npm run docs',
    (name, flag) => {
      const { docs } = (JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { scripts: { docs: string } })
        .scripts
      expect(docs).toMatch(new RegExp(`${flag} ?>? docs/${name}`))
    },
  )
  it('lists every question among the commands, and every type among the events', () => {
    const titles = (name: string): readonly string[] =>
      [...page(name).matchAll(/^### (.+)$/gm)].map(([, title]) => String(title))
    expect(titles('cli.md')).toEqual(expect.arrayContaining(questions.map(({ name }) => name)))
    expect(titles('events.md').toSorted()).toEqual([...catalogue.keys()].toSorted())
  })
})
