import { touches } from '../../../projections/fold/provisions.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { keeping } from '../question/kept.ts'
import { knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadLinks, type NormLink } from './norms.ts'

/** An act as far as it says over which norm it is. */
export interface NormBearing {
  readonly stream: string
  readonly actor: string
  /** The norm that it names itself. */
  readonly norm: string | null
  /** Of a finding: the articles that were violated; null where it names none. */
  readonly articles: readonly string[] | null
  /** The last day on which it may have been done. */
  readonly latest: Day
}

/**
 * The treaty whose articles a body applies, where that is not called as the body is: `review-ecthr-<state>` has
 * findings of the European Court of Human Rights (ECHR art 32), `review-hrc-<state>` views of the Human Rights
 * Committee (ICCPR-OP1 art 1).
 */
const treatiesOfBodies: Readonly<Record<string, string>> = {
  ecthr: 'echr',
  hrc: 'iccpr',
  ccpr: 'iccpr',
  cescr: 'icescr',
  cerd: 'icerd',
  iachr: 'achr',
  iacthr: 'achr',
}

/** Links through which an article carries a norm. A procedure that watches over it is none. */
const isCarrying = ({ role }: NormLink): boolean => role !== 'monitoring'

/** `cat 3` as the treaty and its article; `3` as an article of the body's own treaty. */
const articleOf = (text: string, own: string | undefined): readonly [string | undefined, string] => {
  const [, treaty, article] = /^(\S+) (.+)$/.exec(text) ?? []
  return treaty === undefined || article === undefined ? [own, text] : [treaty, article]
}

/** Which norms an act carries. */
export type CarriedNorms = (act: NormBearing) => readonly string[]

const linksByInstrument = async (world: Snapshot): Promise<ReadonlyMap<string, readonly NormLink[]>> => {
  const rows = await knownRows(world, 'norm_link').select('instrument').distinct().orderBy('instrument').execute()
  return new Map(
    await Promise.all(
      rows.map(async ({ instrument }) => [instrument, await loadLinks(world, { instrument })] as const),
    ),
  )
}

/** The norms of campaigns, by their streams: those that they were launched for. */
const loadNormsOfCampaigns = async (world: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await knownRows(world, 'campaign_coalition').select(['campaign', 'norms']).execute()
  return new Map(
    [...groupBy(rows, ({ campaign }) => campaign)].map(([campaign, members]) => [
      campaign,
      [...new Set(members.flatMap(({ norms }) => JSON.parse(norms) as readonly string[]))],
    ]),
  )
}

const load = async (world: Snapshot): Promise<CarriedNorms> => {
  const [links, campaigns] = [await linksByInstrument(world), await loadNormsOfCampaigns(world)]
  const ofFinding = ({ stream, actor, articles, latest }: NormBearing): readonly string[] => {
    const body = stream.slice('review-'.length, -(actor.length + 1))
    const own = world.names.lookUp('treaty', treatiesOfBodies[body] ?? body)
    const norms = (articles ?? []).flatMap((text) => {
      const [treaty = '', article] = articleOf(text, own)
      return (links.get(world.names.lookUp('treaty', treaty) ?? treaty) ?? [])
        .filter((link) => isCarrying(link) && link.from <= latest && latest < link.to)
        .filter((link) => link.articles.length === 0 || link.articles.some((linked) => touches(linked, article)))
        .map(({ norm }) => norm)
    })
    return [...new Set(norms)]
  }
  return (act) => {
    if (act.norm !== null) return [act.norm]
    const [family] = act.stream.split('-', 1)
    if (family === 'conduct') return [act.stream.slice('conduct-'.length, -(act.actor.length + 1))]
    if (family === 'review') return ofFinding(act)
    return campaigns.get(act.stream) ?? []
  }
}

// A few norms of some campaigns and instruments.
const kept = keeping<CarriedNorms>(() => 50_000)

/**
 * The one place that says over which norms an act is: the norm that it names; else that of its stream
 * (`conduct-<norm>-<state>`), those of its campaign, or, of a finding of a body, every norm that an article which it
 * names carries. None: the act is over no norm that is known, and is never counted for one.
 */
export const loadCarriedNorms = (world: Snapshot): Promise<CarriedNorms> => kept(world, '', () => load(world))
