import type { Kysely } from 'kysely'
import { createIntervalIndex, createIntervalTable, type Columns } from './interval-table.ts'

/** One table of intervals for each projection, with the columns of its own. */
const intervalTables: Readonly<Record<string, Columns>> = {
  actor: { actor: 'text', name: 'text', kind: 'text' },
  state_spell: { actor: 'text', system: 'text' },
  succession: { actor: 'text', predecessor: 'text', mode: 'text' },
  succession_claim: { actor: 'text', predecessor: 'text', claimed: 'text' },
  identifier: { scheme: 'text', code: 'text', kind: 'text', subject: 'text' },
  treaty: {
    treaty: 'text',
    title: 'text',
    entry_into_force: 'text',
    per_party: 'text?',
    later_than: 'text?',
    exit: 'text',
    opened: 'integer?',
    open_to: 'text?',
    stated_in_force: 'integer?',
    closed: 'integer?',
    ended: 'integer?',
    ended_by: 'text?',
    reservations: 'text?',
  },
  treaty_act: {
    treaty: 'text',
    actor: 'text',
    class: 'text',
    form: 'text',
    latest: 'integer',
    effect_earliest: 'integer?',
    effect_latest: 'integer?',
    detail: 'text',
  },
  treaty_measure: {
    treaty: 'text',
    actor: 'text',
    measure: 'text',
    weight: 'double precision?',
  },
  igo: {
    igo: 'text',
    name: 'text',
    successor: 'text?',
    exit: 'text?',
    dissolved: 'integer?',
    formality: 'text',
  },
  igo_imputed: { igo: 'text' },
  membership: {
    igo: 'text',
    actor: 'text',
    kind: 'text',
    track: 'text',
    first_year: 'integer?',
    last_year: 'integer?',
    first_admission: 'text?',
    told_by: 'text',
  },
  membership_act: {
    igo: 'text',
    actor: 'text',
    class: 'text',
    mode: 'text?',
    latest: 'integer',
    effect_earliest: 'integer?',
    effect_latest: 'integer?',
  },
  membership_attribute: {
    igo: 'text',
    actor: 'text',
    attribute: 'text',
    detail: 'text',
  },
  practice: {
    rater: 'text',
    indicator: 'text',
    actor: 'text',
    year: 'integer',
    value: 'double precision?',
    sd: 'double precision?',
    missing: 'text?',
    series: 'text?',
  },
  campaign_action: {
    campaign: 'text',
    actor: 'text',
    norm: 'text?',
    kind: 'text',
    strength: 'integer',
    title: 'text?',
  },
  conduct_act: {
    actor: 'text',
    norm: 'text?',
    act: 'text',
    kind: 'text?',
    by: 'text?',
    title: 'text?',
    articles: 'text?',
    latest: 'integer',
  },
  accession_act: {
    igo: 'text',
    actor: 'text',
    step: 'text',
    outcome: 'text?',
    by: 'text?',
    latest: 'integer',
  },
  accession_condition: {
    igo: 'text',
    actor: 'text',
    condition: 'text',
    norm: 'text?',
    outcome: 'text?',
  },
  campaign_coalition: { campaign: 'text', organisation: 'text', norms: 'text' },
  norm: {
    norm: 'text',
    name: 'text',
    statement: 'text',
    core_articles: 'text',
    rule: 'text',
    internalized: 'text?',
    superseded_by: 'text?',
    superseded_from: 'integer?',
  },
  norm_link: {
    norm: 'text',
    instrument: 'text',
    role: 'text',
    articles: 'text',
    requires_parent: 'text?',
    succeeds: 'text?',
    scope: 'text?',
  },
  norm_position: {
    norm: 'text',
    actor: 'text',
    position: 'text',
    type: 'text',
    text: 'text?',
  },
  treaty_attachment: {
    treaty: 'text',
    actor: 'text',
    kind: 'text',
    label: 'text',
    attached: 'text?',
    toward: 'text?',
    provisions: 'text',
    detail: 'text',
    made: 'integer',
    latest: 'integer',
    from_latest: 'integer',
    to_earliest: 'integer',
  },
  domestic_act: {
    actor: 'text',
    norm: 'text?',
    kind: 'text',
    title: 'text',
    direction: 'text?',
  },
  classification: {
    classification: 'text',
    class: 'text',
    label: 'text',
    actor: 'text',
    assumed: 'integer',
    told_by: 'text',
  },
  relation: {
    relation: 'text',
    a: 'text',
    b: 'text',
    directed: 'integer',
    type: 'text?',
    value: 'double precision?',
    describes: 'text?',
    series: 'text',
    told_by: 'text',
  },
  attribute: {
    attribute: 'text',
    entity_kind: 'text',
    entity: 'text',
    value: 'double precision?',
    text: 'text?',
    missing: 'text?',
    describes: 'text?',
    series: 'text',
    told_by: 'text',
  },
  source: { source: 'text', citation: 'text', kind: 'text', detail: 'text' },
  coverage_claim: {
    scope: 'text',
    subject: 'text',
    source: 'text',
    actors: 'text',
    classes: 'text',
    covered_from: 'integer?',
    covered_through: 'integer',
    system: 'text?',
    static: 'integer',
    told_by: 'text',
  },
}

/** Where the projector stands, when commits were recorded, and the events of the log. */
const createLogTables = async (database: Kysely<unknown>): Promise<void> => {
  await database.schema
    .createTable('checkpoint')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('position', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'bigint', (column) => column.notNull())
    .execute()
  await database.schema
    .createTable('commit_known')
    .addColumn('last_ordinal', 'integer', (column) => column.primaryKey())
    .addColumn('first_ordinal', 'bigint', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('prefix', 'text', (column) => column.notNull())
    .execute()
  await database.schema.createIndex('commit_known_by_instant').on('commit_known').column('recorded_at').execute()
  await database.schema
    .createTable('event')
    .addColumn('ordinal', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  // Few questions ask for events of every type: those of other types are passed over in the index.
  await database.schema.createIndex('event_by_stream').on('event').columns(['stream', 'key', 'type']).execute()
}

/** The log as the questions see it, where the projector stands, and one table of intervals for each projection. */
export const up = async (database: Kysely<unknown>): Promise<void> => {
  await createLogTables(database)
  for (const [table, columns] of Object.entries(intervalTables)) await createIntervalTable(database, table, columns)

  await database.schema.createIndex('event_by_id').unique().on('event').column('id').execute()
  await database.schema.createIndex('event_by_key').on('event').column('key').execute()
  await createIntervalIndex(database, 'membership_by_actor', 'membership', ['actor'])
  await createIntervalIndex(database, 'membership_act_by_actor', 'membership_act', ['actor'])
  await createIntervalIndex(database, 'membership_attribute_by_actor', 'membership_attribute', ['actor'])
  await createIntervalIndex(database, 'practice_by_indicator', 'practice', ['rater', 'indicator', 'year'])
  await createIntervalIndex(database, 'treaty_act_by_actor', 'treaty_act', ['actor'])
  await createIntervalIndex(database, 'coverage_claim_by_subject', 'coverage_claim', ['scope', 'subject'])
  await createIntervalIndex(database, 'classification_by_id', 'classification', ['classification'])
  await createIntervalIndex(database, 'relation_by_relation', 'relation', ['relation'])
  await createIntervalIndex(database, 'attribute_by_attribute', 'attribute', ['attribute'])
  await createIntervalIndex(database, 'campaign_action_by_actor', 'campaign_action', ['actor'])
}
