import { formulaOf } from '../../../exposure/formulas/index.ts'
import { lastDayOfYear } from '../../../time/day.ts'
import { metropoleRelations } from '../../channels/colony.ts'
import { formal, type ChannelId } from '../../channels/index.ts'
import type { Telling } from '../../holdings/telling.ts'
import { attributeId, type IgoCondition, type IgoConditions } from '../../network/igo-conditions.ts'
import { laggedYears, yearsRead, type Lag, type Years } from '../../network/lag.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { keptSubject } from '../../status/kept-subject.ts'
import type { System } from '../../memberships/system-spells.ts'
import { claimsTell } from './of-claims.ts'
import { claimsOfMembershipsTell, membershipsTell } from './of-memberships.ts'
import { systemTells } from './of-states.ts'
import { subjectTells } from './of-subject.ts'
import { treatiesTell } from './of-treaties.ts'
import { attributesTell, scoresTell } from './of-years.ts'

/** What of an exposure says what it is made of. */
export interface ExposureRead {
  readonly channel?: ChannelId | undefined
  readonly formula: string
  readonly lag: Lag
  readonly score?: string | undefined
  readonly published: boolean
  readonly adoption?: string | undefined
  readonly attribute?: string | undefined
  readonly igos?: IgoConditions | undefined
  readonly entry?: readonly string[] | undefined
  readonly weight?: string | undefined
  readonly yearCodes: 'edges' | 'whole'
  readonly excludeImputed: boolean
  readonly excludeSuspended: boolean
  readonly isolates: 'none' | 'zero'
  readonly peers?: string | undefined
}

/** For which rows: the years of their days, and the state system. */
export interface RowsRead {
  readonly years: Years
  readonly system: System
}

/** What tells of a number of states: a score, else an attribute. */
const numbersTell = (word: string, years: Years): readonly Telling[] =>
  word.includes(':') ? scoresTell(word, years) : attributesTell(word, years)

/** What tells of ties, or of classes, of which those of earlier years may be taken to hold. */
export const heldBy = (
  family: 'relation' | 'classification',
  ids: readonly string[],
  { to }: Years,
): readonly Telling[] =>
  ids.flatMap((id) => [
    { stream: `${family}-${id}-`, counts: ({ data }) => data[family] === id, by: lastDayOfYear(to) },
    ...claimsTell(family === 'relation' ? 'relations' : 'classifications', (one) => one === id),
  ])

/** What is averaged over partners. */
const averagedTells = async (
  world: Snapshot,
  { score, adoption, attribute, published, lag }: ExposureRead,
  years: Years,
): Promise<readonly Telling[]> => {
  if (score !== undefined) {
    const register: Telling = { stream: 'source-', counts: ({ type }) => type === 'SourceRegistered' }
    return [...scoresTell(score, yearsRead(years, lag)), ...(published ? [register] : [])]
  }
  if (attribute !== undefined) return attributesTell(attribute, yearsRead(years, lag))
  return adoption === undefined ? [] : subjectTells(world, await keptSubject(world, adoption))
}

const regions = ['m49-subregion', 'm49-region']

/** What tells whether conditions on organisations hold. */
const conditionTells = async (
  world: Snapshot,
  condition: IgoCondition,
  { years, system }: RowsRead,
): Promise<readonly Telling[]> => {
  if (condition.kind === 'attribute') return attributesTell(condition.attribute, years)
  if (condition.kind === 'organisation') return []
  if (condition.of === 'universal') return systemTells(world, system)
  if (condition.of === 'regional')
    return [...(await systemTells(world, system)), ...heldBy('classification', regions, years)]
  return []
}

/** The organisations that alone count, where conditions name some. */
const namedAlone = (world: Snapshot, igos: IgoConditions | undefined): readonly string[] | undefined => {
  const named = (igos?.all ?? []).flatMap((one) =>
    one.kind === 'organisation' && !one.isNegated ? [world.names.require('igo', one.word)] : [],
  )
  return named.length === 0 ? undefined : named
}

/** What tells who meets whom in organisations, and which of these count. */
const organisationsTell = async (
  world: Snapshot,
  asked: ExposureRead,
  { years, system }: RowsRead,
): Promise<readonly Telling[]> => {
  const { igos, entry, weight, channel = formal } = asked
  const ofChannel: Snapshot = { ...world, formality: channel === 'informal' ? 'informal' : 'formal' }
  const only = entry === undefined ? namedAlone(world, igos) : undefined
  const isOfPast = formulaOf(asked.formula).ofPast === true || entry !== undefined
  const read = laggedYears(years, asked.lag)
  const conditions: Telling[] = []
  for (const one of igos?.all ?? []) conditions.push(...(await conditionTells(world, one, { years: read, system })))
  return [
    ...(await membershipsTell(ofChannel, {
      years: read,
      otherYears: isOfPast || asked.yearCodes === 'edges',
      only,
      entry: entry !== undefined,
      imputed: asked.excludeImputed,
      suspended: asked.excludeSuspended,
    })),
    ...(entry === undefined ? [] : await claimsOfMembershipsTell(ofChannel)),
    ...conditions,
    ...(weight === undefined ? [] : attributesTell(weight, read)),
  ]
}

/** What tells who keeps whose company by a channel. */
const channelTells = async (world: Snapshot, asked: ExposureRead, rows: RowsRead): Promise<readonly Telling[]> => {
  const { channel = formal, peers = '', lag } = asked
  const read = laggedYears(rows.years, lag)
  switch (channel) {
    case 'igo':
    case 'informal':
      return organisationsTell(world, asked, rows)
    case 'treaties':
      return treatiesTell(world, read.to)
    case 'region':
      return heldBy('classification', ['m49-subregion'], read)
    case 'language':
      return heldBy('classification', ['official-language'], read)
    case 'colony':
      return heldBy('relation', metropoleRelations, read)
    case 'contiguity':
      return heldBy('relation', ['cow-contiguity'], read)
    case 'alliance':
      return heldBy('relation', ['cow-alliance'], read)
    case 'regime':
      return numbersTell(peers, read)
    case 'power':
      return attributesTell('cow-nmc-cinc', read)
    case 'advocacy':
      return [{ stream: 'campaign-' }, { stream: 'appeals-' }, { stream: 'norm-' }]
  }
}

const needsSystem = ({ channel = formal, isolates, formula }: ExposureRead): boolean =>
  !['igo', 'informal', 'advocacy'].includes(channel) || isolates === 'zero' || formulaOf(formula).ofSystem === true

/** What tells of an exposure: who keeps whose company, what is averaged, and where it matters who is in the system. */
export const exposureTells = async (
  world: Snapshot,
  asked: ExposureRead,
  rows: RowsRead,
): Promise<readonly Telling[]> => [
  ...(await channelTells(world, asked, rows)),
  ...(await averagedTells(world, asked, rows.years)),
  ...(needsSystem(asked) ? await systemTells(world, rows.system) : []),
]

/** What sources claim to hold in full of what an exposure is made of: how far it is covered. */
export const claimsOfExposureTell = async (world: Snapshot, asked: ExposureRead): Promise<readonly Telling[]> => {
  const { channel = formal, score, attribute, peers } = asked
  const numbers = [score, attribute, peers].filter((word) => word !== undefined)
  const ofChannel: Snapshot = { ...world, formality: channel === 'informal' ? 'informal' : 'formal' }
  return [
    ...(channel === 'igo' || channel === 'informal' ? await claimsOfMembershipsTell(ofChannel) : []),
    ...claimsTell('raters', (rater) => numbers.some((word) => word.startsWith(`${rater}:`))),
    ...claimsTell('attributes', (id) => id === 'cow-nmc-cinc' || numbers.map(attributeId).includes(id)),
  ]
}
