import { all, any, not, type Truth } from '../../../src/common/three-valued.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { unionOf } from '../../../src/time/timeline.ts'

/** What is known of one statement about a state, a norm and a year. */
export interface Finding {
  readonly value: Truth
  /** In words: what was found, or what is not known. */
  readonly says: string
  /** The events that it rests on. */
  readonly decidedBy: readonly EventId[]
  /** Whether it rests on nothing being recorded, of what nobody claims to hold in full. */
  readonly asRecorded: boolean
  /** Why it is unknown: a code. */
  readonly reason?: string
}

export const finding = (
  value: Truth,
  says: string,
  more: Partial<Pick<Finding, 'decidedBy' | 'asRecorded' | 'reason'>> = {},
): Finding => ({ value, says, decidedBy: [], asRecorded: false, ...more })

/** The findings that make a joint one what it is. */
const bearing = (value: Truth, found: readonly Finding[]): readonly Finding[] => {
  const same = found.filter((one) => one.value === value)
  return same.length === 0 ? found : same
}

const joined = (value: Truth, found: readonly Finding[]): Finding => {
  const those = bearing(value, found)
  const reason = those.find((one) => one.reason !== undefined)?.reason
  return {
    value,
    says: [...new Set(those.flatMap(({ says }) => says.split('; ')))].join('; '),
    decidedBy: unionOf(...those.map(({ decidedBy }) => decidedBy)),
    asRecorded: those.some(({ asRecorded }) => asRecorded),
    ...(reason !== undefined && { reason }),
  }
}

export const allOf = (...found: readonly Finding[]): Finding => joined(all(found.map(({ value }) => value)), found)

export const anyOf = (...found: readonly Finding[]): Finding => joined(any(found.map(({ value }) => value)), found)

export const notSo = (found: Finding): Finding => ({ ...found, value: not(found.value) })
