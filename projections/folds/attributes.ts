import { ALWAYS, firstDayOfYear, FOREVER } from '../../src/time/day.ts'
import { fold, payload, type Fact, type Interval } from '../fold/fold.ts'
import { speakerOf, toldByOf } from '../fold/source-policy.ts'

export type AttributeRow = {
  readonly attribute: string
  readonly entity_kind: 'state' | 'igo'
  /** The actor or the organisation. */
  readonly entity: string
  readonly value: number | null
  /** The value, where it is words. */
  readonly text: string | null
  /** Why there is no value. */
  readonly missing: string | null
  /** EDTF: the days that a source describes that tells no other; the row then has no end on either side. */
  readonly describes: string | null
  /** Who speaks: the series where there is one, else the registered source or the citation. */
  readonly series: string
  /** JSON: who tells so. */
  readonly told_by: string
}

interface Payload {
  readonly attribute: string
  readonly of: 'state' | 'igo'
  readonly actor?: string
  readonly igo?: string
  readonly firstYear?: number
  readonly lastYear?: number
  readonly describes?: string
  readonly value?: number | string
  readonly reason?: string
}

const intervalOf = (fact: Fact): Interval<AttributeRow> => {
  const { attribute, of, actor, igo, firstYear, lastYear, describes, value, reason } = payload<Payload>(fact)
  return {
    from: firstYear === undefined ? ALWAYS : firstDayOfYear(firstYear),
    to: lastYear === undefined ? FOREVER : firstDayOfYear(lastYear + 1),
    certainty: 'certain',
    decidedBy: fact.decidedBy,
    columns: {
      attribute,
      entity_kind: of,
      entity: (of === 'state' ? actor : igo) ?? '',
      value: typeof value === 'number' ? value : null,
      text: typeof value === 'string' ? value : null,
      missing: reason ?? null,
      describes: describes ?? null,
      series: fact.sources.slice(0, 1).map(speakerOf).join(),
      told_by: toldByOf(fact.sources),
    },
  }
}

/**
 * What is said of an actor or an organisation: its value, or the reason why there is none, for each run of years that a
 * source tells alike. It counts for whole years; two series stand side by side. Reads `attribute-<attribute>-<entity>`.
 */
export const attributes = fold<AttributeRow>({
  name: 'attributes',
  reads: ['attribute'],
  table: 'attribute',
  columns: ['attribute', 'entity_kind', 'entity', 'value', 'text', 'missing', 'describes', 'series', 'told_by'],
  intervals: (facts) =>
    facts.filter(({ type }) => type === 'AttributeObserved' || type === 'AttributeMissing').map(intervalOf),
})
