import { atLeast } from '../../../src/common/three-valued.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import { allOf, anyOf, notSo, type Finding } from './finding.ts'

/**
 * The phases of the spiral model (Risse, Ropp & Sikkink 1999): repression, denial, tactical concessions, prescriptive
 * status (`4-partial`: three of its four signs) and rule-consistent behaviour.
 */
export const phases = ['1', '2', '3', '4-partial', '4', '5'] as const
export type Phase = (typeof phases)[number]

/** What is found of a state and a norm at the end of a year, over the window of years that ends with it. */
export interface YearFindings {
  readonly year: number
  /**
   * Whether an act of the two lies in the window, and by then one that is more than a concession: without it neither
   * phase 1 nor that no rule holds is said.
   */
  readonly recorded: Finding
  /** Practice in the bottom tercile of the year; in the top one; and that for so many years in a row. */
  readonly repressed: Finding
  readonly exemplary: Finding
  readonly sustained: Finding
  /** Practice in the bottom tercile in this year or any before it. */
  readonly repressedByThen: Finding
  /** Practice better at the end of the window than before it, by more than δ. */
  readonly improved: Finding
  /** A violation of the norm in the window; not known, and never no, where none is recorded. */
  readonly violated: Finding
  /** Campaigns that acted on the state, or began against it, in the window. */
  readonly campaign: Finding
  /** The same, or a campaign against the state that began before it and is not recorded to have ended. */
  readonly active: Finding
  /** Violations that somebody reported or a body found, and pressure of third parties, in the window. */
  readonly reported: Finding
  /** An answer in the window that denies the norm's validity or calls on sovereignty. */
  readonly denial: Finding
  /** Silence in the window: it is recorded, or no answer in it is, though others are. */
  readonly silence: Finding
  /** A concession in the window that was not taken back by the end of it. */
  readonly concession: Finding
  /** The four signs of prescriptive status, at the end of the year. */
  readonly consent: Finding
  readonly law: Finding
  readonly complaints: Finding
  readonly discourse: Finding
}

export interface PhaseRule {
  readonly phase: Phase
  readonly name: string
  /** The rule in words: docs and answers print it. */
  readonly rule: string
  /** The phase that must have been reached, in this year or before; none for the first. */
  readonly after: Phase | undefined
  readonly holds: (found: YearFindings) => Finding
}

/** The signs of prescriptive status, by the letter that each has in the rule. */
export const signsOf = ({ consent, law, complaints, discourse }: YearFindings) => [consent, law, complaints, discourse]

const signs = (count: number, found: YearFindings): Finding => {
  const all = signsOf(found)
  const value = atLeast(
    count,
    all.map((one) => one.value),
  )
  const held = all.filter((one) => one.value === 'yes')
  const open = all.filter((one) => one.value === 'unknown')
  const those = value === 'unknown' ? [...held, ...open] : held
  const reason = value === 'unknown' ? open.find((one) => one.reason !== undefined)?.reason : undefined
  return {
    value,
    says: `${held.length} of 4 signs${those.length === 0 ? '' : `: ${those.map(({ says }) => says).join('; ')}`}`,
    decidedBy: unionOf(...held.map(({ decidedBy }) => decidedBy)),
    asRecorded: held.some(({ asRecorded }) => asRecorded),
    ...(reason !== undefined && { reason }),
  }
}

/**
 * When a state is in which phase. Our operationalisation: the authors give signs, and no rule that can be computed. The
 * phase of a year is the highest one whose rule holds and whose predecessor was reached.
 */
export const phaseRules: readonly PhaseRule[] = [
  {
    phase: '1',
    name: 'repression',
    rule:
      'practice in the bottom tercile of the year, a violation of the norm in the window, and no campaign over ' +
      'the norm ' +
      'is active against the state',
    after: undefined,
    holds: ({ repressed, violated, active }) => allOf(repressed, violated, notSo(active)),
  },
  {
    phase: '2',
    name: 'denial',
    rule:
      'a campaign action, a report, a finding or pressure of a third party in the window; an answer that denies the ' +
      "norm's validity or calls on sovereignty, or silence; and no concession",
    after: '1',
    holds: ({ campaign, reported, denial, silence, concession }) =>
      allOf(anyOf(campaign, reported), anyOf(denial, silence), notSo(concession)),
  },
  {
    phase: '3',
    name: 'tactical concessions',
    rule: 'a concession in the window that was not taken back, while practice is not better by more than delta',
    after: '2',
    holds: ({ concession, improved }) => allOf(concession, notSo(improved)),
  },
  {
    phase: '4-partial',
    name: 'prescriptive status, three of four signs',
    rule:
      'three of: (a) consent to a core instrument and to a protocol or complaint procedure of it; (b) a law or ' +
      'constitutional clause at home; (c) a mechanism of individual complaint; (d) no answer in the window that ' +
      "denies the norm's validity",
    after: '3',
    holds: (found) => signs(3, found),
  },
  {
    phase: '4',
    name: 'prescriptive status',
    rule: 'all four of these signs',
    after: '3',
    holds: (found) => signs(4, found),
  },
  {
    phase: '5',
    name: 'rule-consistent behaviour',
    rule: 'phase 4, and practice in the top tercile (or at the cut that is asked for) for so many years in a row',
    after: '4',
    holds: (found) => allOf(signs(4, found), found.sustained),
  },
]
