import { z } from 'zod'
import { redistributable, type Source } from '../../events/source.ts'
import type { RegisteredSource } from '../holdings/registered-sources.ts'

/** Where an event is from, and on which terms that is to be had. */
export const citedSourceOut = z.object({
  source: z.string().nullable().describe('Its id; null where it is cited in full, and not registered'),
  title: z.string().describe('What a reader can look up'),
  licence: z.string().nullable().describe('On which terms it is to be had; null where nobody has said it'),
  redistributable: redistributable.describe('Whether it may be passed on as it came'),
  locator: z.string().nullable().describe('Where in it: row, article, page'),
})
export type CitedSource = z.output<typeof citedSourceOut>

/** The sources of an event, each as it is registered, or as the event cites it. */
export const citedSources = (
  sources: readonly Source[],
  registered: ReadonlyMap<string, RegisteredSource>,
): CitedSource[] =>
  sources.map((source) => {
    const locator = source.locator ?? null
    const of = 'ref' in source ? registered.get(source.ref) : source
    const id = 'ref' in source ? source.ref : null
    if (of === undefined) return { source: id, title: id ?? '', licence: null, redistributable: 'unknown', locator }
    const title = of.version === undefined ? of.citation : `${of.citation}, version ${of.version}`
    return {
      source: id,
      title,
      licence: of.licence ?? null,
      redistributable: of.redistributable ?? 'unknown',
      locator,
    }
  })

/** In a terminal: `Correlates of War, Direct Contiguity, version 3.2 (cow-contiguity-3.2; COW terms)`. */
export const citedSourceText = ({ source, title, licence }: CitedSource): string => {
  const terms = licence ?? (source === null ? undefined : 'terms not recorded')
  const beside = [source, terms].filter((part) => part !== null && part !== undefined)
  return beside.length === 0 ? title : `${title} (${beside.join('; ')})`
}
