import { NormtrailError } from '../../common/error.ts'
import { loadCompanyRead, type CompanyRead } from '../channels/channel-companies.ts'
import type { CompanyOn } from '../network/company-on.ts'
import { igoClasses, parseIgoConditions, type IgoClass } from '../network/igo-conditions.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { mayBeAloneIn, type ExposureInput } from './exposure-by-channel.ts'
import { exposuresIn, optionsOn } from './exposure-value.ts'
import { movedFrom, type Explained, type WithoutType } from './sensitivity-answer.ts'

/** What a log may lack that tells of which class an organisation is. */
const lacking: ReadonlySet<string> = new Set(['unknown-classification', 'unknown-system'])

/** The company without the organisations of a class; undefined where the log holds nothing that would tell them. */
const readWithout = async (
  world: Snapshot,
  input: ExposureInput,
  { id, formula }: Explained,
  type: IgoClass,
): Promise<CompanyRead | undefined> => {
  const igos = parseIgoConditions([input.igos?.text, `!${type}`].filter((part) => part !== undefined).join(','))
  try {
    return await loadCompanyRead(world, { ...input, igos }, id, formula)
  } catch (thrown) {
    if (thrown instanceof NormtrailError && lacking.has(thrown.code)) return undefined
    throw thrown
  }
}

const organisationsIn = ({ company, indexOf }: CompanyOn, state: string): readonly string[] => {
  const i = indexOf(state)
  if (i === undefined) return []
  const { focal, organisations } = company
  return [...focal.items.subarray(focal.start[i], focal.start[i + 1])].map((o) => organisations[o]!)
}

/**
 * A value without all organisations of a class, as the same question says it with that condition (`igos`): one of which
 * the class is unknown is left out, too, and told. A class of which nobody is known to be is not among the answers.
 */
export const withoutTypes = async (
  world: Snapshot,
  input: ExposureInput,
  explained: Explained,
): Promise<readonly WithoutType[]> => {
  const { state, value, formula, read } = explained
  const optionsFor = await optionsOn(world, input, input.system, [formula])
  const found: WithoutType[] = []
  for (const type of igoClasses) {
    const left = await readWithout(world, input, explained, type)
    if (left === undefined) continue
    const kept = new Set(organisationsIn(left.on, state))
    const gone = organisationsIn(read.on, state).filter((organisation) => !kept.has(organisation))
    const unknown = left.on.unknownIgos(state).filter((organisation) => gone.includes(organisation))
    if (gone.length === unknown.length) continue
    const whom = { mayBeAlone: mayBeAloneIn(left.companies, left.on), only: state }
    const without = exposuresIn(left.on, formula, optionsFor(left.on), input, whom)(state).value
    found.push({ type, members: gone.length, unknown, ...movedFrom(value, without) })
  }
  return found
}
