import type { NewEvent } from '../../src/events/envelope.ts'
import type { SourceKind } from '../../src/events/source.ts'

/** Who speaks, in a test: `by('depositary', 'untc').of('consent/1')`. */
export const by = (kind: SourceKind, series?: string) => {
  const sources: NewEvent['sources'] = [
    { citation: `What the ${kind} says, for tests`, kind, ...(series !== undefined && { series }) },
  ]
  return { sources, of: (fact: string) => ({ sources, fact }) }
}
