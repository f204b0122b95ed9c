import { FOREVER } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, subjectOf, type Fact } from '../fold/fold.ts'
import { uncertainEdges } from '../fold/ends.ts'

type Definition = {
  readonly norm: string
  readonly name: string
  readonly statement: string
  /** JSON: treaty and article. */
  readonly core_articles: string
  /** `all` where every core, regional and successor instrument must bind. */
  readonly rule: string
  /** JSON: which practice makes a norm internalized; null where the definition does not say. */
  readonly internalized: string | null
  /** The norm that took its place, and from which day. */
  readonly superseded_by: string | null
  readonly superseded_from: number | null
}

/** What a norm demands, and what took its place. Reads `norm-<norm>`. */
export const normDefinition = fold<Definition>({
  name: 'norm-definition',
  reads: ['norm'],
  table: 'norm',
  columns: ['norm', 'name', 'statement', 'core_articles', 'rule', 'internalized', 'superseded_by', 'superseded_from'],
  intervals: (facts) => {
    const superseded = facts.findLast((fact) => fact.type === 'NormSuperseded')
    return facts
      .filter((fact) => fact.type === 'NormDefined')
      .slice(-1)
      .map((fact) => {
        const { name, statement, coreArticles, rule, internalized } = payload<{
          name: string
          statement: string
          coreArticles?: readonly string[]
          rule?: string
          internalized?: object
        }>(fact)
        return {
          from: fact.occurred.lo,
          to: FOREVER,
          certainty: 'certain',
          decidedBy: unionOf(fact.decidedBy, superseded?.decidedBy ?? []),
          columns: {
            norm: subjectOf(fact.stream),
            name,
            statement,
            core_articles: JSON.stringify(coreArticles ?? []),
            rule: rule ?? 'any',
            internalized: internalized === undefined ? null : JSON.stringify(internalized),
            superseded_by: superseded === undefined ? null : payload<{ by: string }>(superseded).by,
            superseded_from: superseded?.occurred.hi ?? null,
          },
        }
      })
  },
})

type Link = {
  readonly norm: string
  readonly instrument: string
  readonly role: string
  /** JSON: the articles that carry the norm; none named: the whole instrument does. */
  readonly articles: string
  readonly requires_parent: string | null
  readonly succeeds: string | null
  /** JSON: how far it carries the norm. */
  readonly scope: string | null
}

const linkOf = (fact: Fact) =>
  payload<{
    instrument: string
    role: string
    articles?: readonly string[]
    requiresParent?: string
    succeeds?: string
    scope?: object
    from?: string
    to?: string
  }>(fact)

/** Which instruments carry a norm, in which role, until they are unlinked. Reads `norm-<norm>`. */
export const normLinks = fold<Link>({
  name: 'norm-links',
  reads: ['norm'],
  table: 'norm_link',
  columns: ['norm', 'instrument', 'role', 'articles', 'requires_parent', 'succeeds', 'scope'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'InstrumentLinked')
      .flatMap((fact) => {
        const link = linkOf(fact)
        const from = link.from === undefined ? fact.occurred.lo : parseDate(link.from).lo
        const stated = link.to === undefined ? FOREVER : parseDate(link.to).lo
        const unlinked = facts.find(
          (one) =>
            one.type === 'InstrumentUnlinked' &&
            one.data.instrument === link.instrument &&
            one.occurred.hi > from &&
            one.occurred.hi < stated,
        )
        const columns = {
          norm: subjectOf(fact.stream),
          instrument: link.instrument,
          role: link.role,
          articles: JSON.stringify(link.articles ?? []),
          requires_parent: link.requiresParent ?? null,
          succeeds: link.succeeds ?? null,
          scope: link.scope === undefined ? null : JSON.stringify(link.scope),
        }
        return uncertainEdges(
          { lo: from, hi: from },
          unlinked?.occurred ?? { lo: stated, hi: stated },
          unionOf(fact.decidedBy, unlinked?.decidedBy ?? []),
          columns,
        )
      }),
})
