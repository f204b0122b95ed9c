import type { Formality } from '../events/igo.ts'
import type { StateSystem } from '../events/state-system.ts'
import type { ActClass } from '../events/treaty.ts'

/** The tables of the read model, as the questions see them. The SQL is in `migrations/`. */
interface IntervalColumns {
  stream: string
  key: string
  valid_from: number
  valid_to: number
  certainty: 'certain' | 'possible'
  /** JSON: the ids of the deciding events. */
  decided_by: string
  known_from: number
  known_to: number
  /** Numbers the rows that one commit added to one key of one stream. */
  seq: number
}

export interface Schema {
  checkpoint: { name: string; position: string; ordinal: number }
  commit_known: {
    last_ordinal: number
    first_ordinal: number
    id: string
    recorded_at: string
    recorded_by: string
    prefix: string
  }
  event: { ordinal: number; id: string; stream: string; revision: number; key: string; type: string; body: string }
  actor: IntervalColumns & { actor: string; name: string; kind: string }
  state_spell: IntervalColumns & { actor: string; system: string }
  succession: IntervalColumns & { actor: string; predecessor: string; mode: string }
  succession_claim: IntervalColumns & { actor: string; predecessor: string; claimed: string }
  identifier: IntervalColumns & { scheme: string; code: string; kind: string; subject: string }
  treaty: IntervalColumns & {
    treaty: string
    title: string
    entry_into_force: string
    per_party: string | null
    later_than: string | null
    exit: string
    opened: number | null
    open_to: string | null
    stated_in_force: number | null
    closed: number | null
    ended: number | null
    ended_by: string | null
    reservations: string | null
  }
  treaty_act: IntervalColumns & {
    treaty: string
    actor: string
    class: ActClass
    form: string
    latest: number
    effect_earliest: number | null
    effect_latest: number | null
    detail: string
  }
  treaty_measure: IntervalColumns & { treaty: string; actor: string; measure: string; weight: number }
  igo: IntervalColumns & {
    igo: string
    name: string
    successor: string | null
    exit: string | null
    dissolved: number | null
    formality: Formality
  }
  igo_imputed: IntervalColumns & { igo: string }
  membership: IntervalColumns & {
    igo: string
    actor: string
    kind: 'full' | 'associate' | 'observer' | 'none' | 'unknown'
    track: string
    first_year: number | null
    last_year: number | null
    first_admission: 'certain' | 'possible' | null
    /** JSON: who tells so. */
    told_by: string
  }
  membership_act: IntervalColumns & {
    igo: string
    actor: string
    class: 'start' | 'notice' | 'revocation' | 'end'
    mode: string | null
    latest: number
    effect_earliest: number | null
    effect_latest: number | null
  }
  membership_attribute: IntervalColumns & {
    igo: string
    actor: string
    attribute: 'suspended' | 'cooperationCeased' | 'applied' | 'condition' | 'represented'
    detail: string
  }
  practice: IntervalColumns & {
    rater: string
    indicator: string
    actor: string
    year: number
    value: number | null
    sd: number | null
    missing: string | null
    series: string | null
  }
  campaign_action: IntervalColumns & {
    campaign: string
    actor: string
    norm: string | null
    kind: string
    strength: number
    title: string | null
  }
  conduct_act: IntervalColumns & {
    actor: string
    norm: string | null
    act: 'violation' | 'pressure' | 'response' | 'concession' | 'reversal'
    kind: string | null
    by: string | null
    title: string | null
    articles: string | null
    latest: number
  }
  accession_act: IntervalColumns & {
    igo: string
    actor: string
    step: string
    outcome: string | null
    by: string | null
    latest: number
  }
  accession_condition: IntervalColumns & {
    igo: string
    actor: string
    condition: string
    norm: string | null
    outcome: string | null
  }
  campaign_coalition: IntervalColumns & { campaign: string; organisation: string; norms: string }
  norm: IntervalColumns & {
    norm: string
    name: string
    statement: string
    core_articles: string
    rule: string
    internalized: string | null
    superseded_by: string | null
    superseded_from: number | null
  }
  norm_link: IntervalColumns & {
    norm: string
    instrument: string
    role: string
    articles: string
    requires_parent: string | null
    succeeds: string | null
    scope: string | null
  }
  norm_position: IntervalColumns & {
    norm: string
    actor: string
    position: 'endorsed' | 'objecting' | 'contesting'
    type: string
    text: string | null
  }
  treaty_attachment: IntervalColumns & {
    treaty: string
    actor: string
    kind: string
    label: string
    attached: string | null
    toward: string | null
    provisions: string
    detail: string
    made: number
    latest: number
    from_latest: number
    to_earliest: number
  }
  domestic_act: IntervalColumns & {
    actor: string
    norm: string | null
    kind: string
    title: string
    direction: string | null
  }
  classification: IntervalColumns & {
    classification: string
    class: string
    label: string
    actor: string
    /** 1 where nothing says since when: it is taken as ever. */
    assumed: number
    /** JSON: who tells so. */
    told_by: string
  }
  relation: IntervalColumns & {
    relation: string
    a: string
    b: string
    directed: number
    type: string | null
    value: number | null
    describes: string | null
    series: string
    told_by: string
  }
  attribute: IntervalColumns & {
    attribute: string
    entity_kind: 'state' | 'igo'
    entity: string
    value: number | null
    text: string | null
    missing: string | null
    describes: string | null
    series: string
    told_by: string
  }
  source: IntervalColumns & { source: string; citation: string; kind: string; detail: string }
  coverage_claim: IntervalColumns & {
    scope: 'treaty' | 'igo' | 'rater' | 'classification' | 'relation' | 'attribute'
    subject: string
    source: string
    actors: string
    classes: string
    covered_from: number | null
    covered_through: number
    system: StateSystem | null
    static: number
    told_by: string
  }
}

export type Table = keyof Schema
export type IntervalTable = Exclude<Table, 'checkpoint' | 'commit_known' | 'event'>

/** The open end of knowledge: no later commit has taken the row back. */
export const STILL_KNOWN = Number.MAX_SAFE_INTEGER
