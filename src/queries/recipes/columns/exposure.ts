import { z } from 'zod'
import { rememberingLast } from '../../../common/remembering-last.ts'
import { formulaOf } from '../../../exposure/formulas/index.ts'
import type { Formula } from '../../../exposure/formulas/formula.ts'
import type { Day } from '../../../time/day.ts'
import { channelInputs, checkChannels, type Asked as AskedOfChannel } from '../../channels/channel-inputs.ts'
import { channelIds, formal, isStock, type ChannelId } from '../../channels/index.ts'
import { optionsOn } from '../../exposure/exposure-value.ts'
import { checkDiscount, formulaInput } from '../../exposure/formula-inputs.ts'
import { lagText, laggedDay } from '../../network/lag.ts'
import { companyInputs } from '../../network/network-inputs.ts'
import { exposurePresets } from '../../network/presets.ts'
import { cellsBy, loadChannels, ofPartners, type ChannelOfPanel } from '../../panels/exposure-cells.ts'
import { yearCodesInput } from '../../panels/state-years.ts'
import { withPreset } from '../../question/presets.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { issueWords } from '../issue-words.ts'
import { claimsOfExposureTell, exposureTells } from '../rests/of-exposure.ts'
import { columnKind, sharedIn, type Scope } from './column-kind.ts'
import type { LoadedColumn } from './reading.ts'

const { channel: _channels, ...channelOptions } = channelInputs

/** The fields of one exposure: what `panel exposure` takes, of one formula and one channel. */
const inputs = z.strictObject({
  formula: formulaInput,
  channel: z
    .enum(channelIds as readonly [ChannelId, ...ChannelId[]])
    .optional()
    .describe('By which channel; organisations where none is named'),
  ...companyInputs,
  ...channelOptions,
  yearCodes: yearCodesInput,
})
type Inputs = z.output<typeof inputs>

/** As a shell would write them: what checks the fields reads texts, and takes lists with commas between. */
const asTexts = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => name !== '//')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  )

const exposureInput = z.record(z.string(), z.unknown()).transform((given, context): Inputs => {
  const all = withPreset({ presets: exposurePresets, input: inputs }, asTexts(given), (field) => field)
  const read = inputs.safeParse(all)
  if (read.success) return read.data
  for (const issue of read.error.issues)
    context.addIssue({
      code: 'custom',
      path: [...issue.path],
      message: issueWords(issue, all[String(issue.path[0])], Object.keys(inputs.shape)),
    })
  return z.NEVER
})

/** The fields with what they mean, for the schema of recipes; how each is written, its own schema checks. */
const fieldsInWords = Object.fromEntries(
  Object.entries(inputs.shape).map(([name, { description }]) => [name, { description }]),
)

/** The company of a day, and how far it is known, are made once for all formulas that are asked of it. */
const rememberingDay = (channel: ChannelOfPanel): ChannelOfPanel => {
  if (!ofPartners(channel)) return channel
  const { companies } = channel
  let last: { readonly day: Day; readonly by: Day; readonly made: ReturnType<typeof companies.on> } | undefined
  const on: typeof companies.on = (day, by) => {
    if (last?.day !== day || last.by !== by) last = { day, by, made: companies.on(day, by) }
    return last.made
  }
  return { ...channel, companies: { ...companies, on }, coverageIn: rememberingLast(channel.coverageIn) }
}

const describe = (asked: Inputs, { id, title }: Formula): string => {
  const channel = asked.channel ?? formal
  if (isStock(channel)) return 'The stock of advocacy directed at the state on that day, worn down over time'
  const { score, adoption, attribute } = asked
  const what = score ?? attribute ?? (adoption === undefined ? 'what is averaged' : `adoption of ${adoption}`)
  const set = Object.entries(parametersOf(asked)).map(([name, value]) => `${name} ${String(value)}`)
  return (
    `Exposure to ${what} of partners by the channel ${channel}, the state itself left out; ` +
    `formula ${id} (${title.toLowerCase()}): ${set.join(', ')}`
  )
}

/** What shaped it, other than as it is where nobody says; lag and least coverage in any case. */
const parametersOf = (asked: Inputs) => {
  const usual = inputs.parse({}) as Readonly<Record<string, unknown>>
  const named = new Set(['score', 'adoption', 'attribute', 'channel', 'formula', 'lag', 'minCoverage'])
  const set = Object.entries(asked).filter(
    ([name, value]) => !named.has(name) && value !== undefined && JSON.stringify(value) !== JSON.stringify(usual[name]),
  )
  return {
    lag: lagText(asked.lag),
    minCoverage: asked.minCoverage,
    ...Object.fromEntries(set.map(([name, value]) => [name, JSON.stringify(value)])),
  }
}

const loadExposure = async (world: Snapshot, { exposure: asked }: Asked, scope: Scope): Promise<LoadedColumn> => {
  const channels = asked.channel === undefined ? {} : { channel: [asked.channel] }
  const input = { ...asked, ...channels, system: scope.system, from: scope.from, to: scope.to }
  checkChannels(input as AskedOfChannel)
  const formula = formulaOf(asked.formula)
  const ofPast = formula.ofPast === true
  checkDiscount([formula], asked.discount)
  const { formula: _formula, ...company } = asked
  const what = `company ${ofPast} ${JSON.stringify(company)}`
  const [channel] = await sharedIn(scope, what, async () =>
    (await loadChannels(world, input as Parameters<typeof loadChannels>[1], ofPast)).map(rememberingDay),
  )
  if (channel === undefined) throw new Error('a channel was loaded for each that was asked for')
  const how = {
    formulas: [formula],
    optionsFor: await optionsOn(world, asked, scope.system, [formula]),
    input: asked,
    withBounds: scope.beside.includes('bounds'),
  }
  const rows = { years: scope.read, system: scope.system }
  return {
    type: 'double',
    description: describe(asked, formula),
    empty:
      'There is no value: no-organisation, no-partner, too-few-rated, low-coverage, or by a channel no-tie, unknown',
    rests: { raw: false, on: () => exposureTells(world, asked, rows) },
    claims: () => claimsOfExposureTell(world, asked),
    on: (day) => {
      const cells = cellsBy(channel, { day, read: laggedDay(day, asked.lag) }, how)
      return (state) => {
        const { exposures, covered } = cells(state)
        const [found] = exposures
        return {
          value: found?.value ?? null,
          why: found?.missing ?? null,
          min: found?.min ?? null,
          max: found?.max ?? null,
          ...(found !== undefined && { observed: found.coverage, degree: found.degree }),
          coverage: covered,
        }
      }
    },
  }
}

const shape = {
  exposure: exposureInput
    .describe('What `panel exposure` takes, as an object: score, adoption or attribute; formula, channel, lag, igos, …')
    .meta({ properties: fieldsInWords, additionalProperties: false }),
}
type Asked = z.output<z.ZodObject<typeof shape>>

/** Exposure to what partners do, by one formula and one channel. */
export const exposureColumn = columnKind({
  key: 'exposure',
  says: 'The socialization exposure of the state, by one formula and one channel, read a lag before.',
  example: { name: 'mm_lag1', exposure: { score: 'cirights:physint', formula: 'mm', channel: 'igo', lag: 1 } },
  shape,
  extras: ['why', 'bounds', 'observed', 'coverage'],
  hasOwnLag: true,
  load: loadExposure,
})
