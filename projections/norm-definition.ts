import { FOREVER } from '../src/time/day.ts'
import { parseDate } from '../src/time/edtf.ts'
import { fold, payload, subjectOf } from './fold.ts'

type Definition = { readonly norm: string; readonly name: string; readonly statement: string; readonly core_articles: string }

/** What a norm demands. Reads `norm-<norm>`. */
export const normDefinition = fold<Definition>({
  name: 'norm-definition',
  reads: ['norm'],
  table: 'norm',
  columns: ['norm', 'name', 'statement', 'core_articles'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'NormDefined')
      .slice(-1)
      .map((fact) => {
        const { name, statement, coreArticles } = payload<{ name: string; statement: string; coreArticles?: readonly string[] }>(fact)
        return {
          from: fact.occurred.lo,
          to: FOREVER,
          certainty: 'certain',
          decidedBy: fact.decidedBy,
          columns: { norm: subjectOf(fact.stream), name, statement, core_articles: JSON.stringify(coreArticles ?? []) },
        }
      }),
})

type Link = { readonly norm: string; readonly instrument: string; readonly role: string; readonly articles: string; readonly requires_parent: string | null }

/** Which instruments carry a norm, in which role. Reads `norm-<norm>`. */
export const normLinks = fold<Link>({
  name: 'norm-links',
  reads: ['norm'],
  table: 'norm_link',
  columns: ['norm', 'instrument', 'role', 'articles', 'requires_parent'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'InstrumentLinked')
      .map((fact) => {
        const link = payload<{ instrument: string; role: string; articles?: readonly string[]; requiresParent?: string; from?: string; to?: string }>(fact)
        return {
          from: link.from === undefined ? fact.occurred.lo : parseDate(link.from).lo,
          to: link.to === undefined ? FOREVER : parseDate(link.to).lo,
          certainty: 'certain',
          decidedBy: fact.decidedBy,
          columns: {
            norm: subjectOf(fact.stream),
            instrument: link.instrument,
            role: link.role,
            articles: JSON.stringify(link.articles ?? []),
            requires_parent: link.requiresParent ?? null,
          },
        }
      }),
})
