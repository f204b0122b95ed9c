import type { Kysely } from 'kysely'
import type { Source } from '../../events/source.ts'
import { STILL_KNOWN, type Schema } from '../schema.ts'

/** A release of a series, as far as its registration tells. */
export interface RegisteredRelease {
  readonly id: string
  readonly series?: string | undefined
  /** EDTF. */
  readonly published?: string | undefined
}

/** The sources that the log has registered, with their kinds. */
export const registeredSources = async ({
  sql,
}: {
  readonly sql: Kysely<Schema>
}): Promise<ReadonlyMap<string, Source['kind']>> => {
  const rows = await sql.selectFrom('source').select(['source', 'kind']).execute()
  return new Map(rows.map(({ source, kind }) => [source, kind as Source['kind']]))
}

/** The releases that the log has registered, with their series and when they were published. */
export const registeredReleases = async ({
  sql,
}: {
  readonly sql: Kysely<Schema>
}): Promise<readonly RegisteredRelease[]> => {
  const rows = await sql.selectFrom('source').select(['source', 'detail']).where('known_to', '=', STILL_KNOWN).execute()
  return rows.map(({ source, detail }) => {
    const { series, published } = JSON.parse(detail) as Omit<RegisteredRelease, 'id'>
    return { id: source, series, published }
  })
}
