import type { Answer } from '../ask/v1.ts'
import { dayNumber, today } from '../words/days.ts'
import { namedOn, nameOn } from '../words/names-then.ts'
import { families, familyOf, type Family } from '../words/statuses.ts'

type Spells = Answer<'/v1/spells/status/{subject}'>
type Told = Spells['states'][number]
export type Span = Dated<Told['spans'][number]>
export interface StateSpells {
  readonly state: string
  readonly name: string
  readonly spans: readonly Span[]
  readonly system: readonly Dated<Told['system'][number]>[]
  /** The days on which the chosen sources do not tell whether it was in the system. */
  readonly untold: readonly Dated<NonNullable<Told['untold']>[number]>[]
  readonly covered: Told['covered']
}

/** How many states of the system are in each family on a day, and how many there are. */
export interface Counts {
  readonly of: Readonly<Record<Family, number>>
  /** What others wear who did something, and of whom it is not told whether they were in the system: in no share. */
  readonly untold: Readonly<Record<Family, number>>
  /** Those of the system. */
  readonly system: number
  /** Who was bound without being in the system. */
  readonly boundOutside: number
}

const noneOfEach = () => Object.fromEntries(families.map((family) => [family, 0])) as Record<Family, number>

const isDeparture: ReadonlySet<Family> = new Set(['leaving', 'left'])
const didNothing: ReadonlySet<Family> = new Set(['none', 'unknown', 'outside', 'untold'])

/** Every state's statuses under a treaty or norm, as one answer gives them: any day of it costs no request more. */
export class SubjectHistory {
  readonly answer: Spells
  readonly states: ReadonlyMap<string, StateSpells>
  /** The days, as numbers, on which a state of the system changed its family, or came or went; in order, each once. */
  readonly changes: readonly number[]
  /** For each of these days, how many states changed their status. */
  readonly moved: ReadonlyMap<number, number>

  /** Whether the chosen sources tell nothing of some that are listed: nor do they of who is not. */
  private readonly isSilent: boolean

  /** The days, as numbers, on which somebody gave notice or was out. */
  readonly departures: readonly number[]

  constructor(answer: Spells) {
    this.answer = answer
    this.states = new Map(
      answer.states.map(({ state, name, spans, system, untold = [], covered }) => [
        state,
        { state, name, spans: dated(spans), system: dated(system), untold: dated(untold), covered },
      ]),
    )
    this.isSilent = answer.states.some(({ untold = [] }) => untold.some(({ from, to }) => from === null && to === null))
    this.moved = movesOf(this)
    this.departures = [...this.states.values()].flatMap(({ spans }) =>
      spans
        .filter(({ status, start }) => isDeparture.has(familyOf(status)) && start > -Infinity)
        .map(({ start }) => start),
    )
    this.changes = [...this.moved.keys()].toSorted((a, b) => a - b)
  }

  get isNorm(): boolean {
    return this.answer.kind === 'norm'
  }

  /** Whether anything is known of any state of today: else a curve of noughts would say that nobody acted. */
  get isKnown(): boolean {
    const { of, system } = this.countsOn(dayNumber(today()))
    return system === 0 || of.unknown < system
  }

  /** What a state is called on a day: the Soviet Union in 1985. */
  nameOn(state: string, day: number): string {
    return nameOn(state, day, this.states.get(state)?.name)
  }

  /** The span of a state that holds a day, given as a number; undefined where the answer knows no such state. */
  spanOn(state: string, day: number): Span | undefined {
    return at(this.states.get(state)?.spans ?? [], day)
  }

  isInSystem(state: string, day: number): boolean {
    if (this.answer.system === null) return true
    return at(this.states.get(state)?.system ?? [], day) !== undefined
  }

  /**
   * Whether a state that is listed, and may have been there on a day, is one of which the chosen sources do not tell
   * whether it was in the system: it is not said to have been outside.
   */
  isUntold(state: string, day: number): boolean {
    return this.states.has(state) && this.isNotTold(state, day) && this.familyOn(state, day) !== 'outside'
  }

  /**
   * What a state wears on a day. Who was not in the system wears what it did, too, where it did something: Switzerland
   * was bound before it joined the United Nations. It counts in no share.
   */
  familyOn(state: string, day: number): Family {
    const family = familyOf(this.spanOn(state, day)?.status ?? 'UNKNOWN')
    if (!didNothing.has(family) || this.isInSystem(state, day)) return family
    return family !== 'outside' && this.isNotTold(state, day) ? 'untold' : 'outside'
  }

  private isNotTold(state: string, day: number): boolean {
    const known = this.states.get(state)
    return known === undefined ? this.isSilent : at(known.untold, day) !== undefined
  }

  countsOn(day: number): Counts {
    const [of, untold] = [noneOfEach(), noneOfEach()]
    let [system, boundOutside] = [0, 0]
    for (const state of this.states.keys()) {
      const family = this.familyOn(state, day)
      if (this.isInSystem(state, day)) {
        of[family]++
        system++
        continue
      }
      if (family === 'outside') of.outside++
      if (this.isUntold(state, day)) untold[family]++
      if (family === 'force' || family === 'leaving') boundOutside++
    }
    // The shapes of those that are not listed wear it, too.
    if (this.isSilent) of.untold++
    return { of, untold, system, boundOutside }
  }

  /** The last day on which something changed, at or before a day; the first one of all where none is. */
  changeBefore(day: number): number {
    return this.changes.findLast((change) => change <= day) ?? this.changes[0] ?? day
  }
}

/** The column of states of a table of changed answers: each as it was called when they begin to differ. */
export const eachState = (history: SubjectHistory) => ({
  title: 'State',
  nameOf: ({ actor, from }: { readonly actor: string; readonly from: string | null }): string =>
    namedOn(actor, from ?? today(), history.states.get(actor)?.name),
})

interface Stretch {
  readonly from: string | null
  readonly to: string | null
}
/** A stretch with its days as numbers, half open: it holds `start`, and not `end`. */
export type Dated<Of extends Stretch> = Of & { readonly start: number; readonly end: number }

const dated = <Of extends Stretch>(stretches: readonly Of[]): readonly Dated<Of>[] =>
  stretches.map((stretch) => ({
    ...stretch,
    start: stretch.from === null ? -Infinity : dayNumber(stretch.from),
    end: stretch.to === null ? Infinity : dayNumber(stretch.to),
  }))

const at = <Of extends Stretch>(stretches: readonly Dated<Of>[], day: number): Dated<Of> | undefined =>
  stretches.find(({ start, end }) => start <= day && day < end)

/** How many states each day moved to another family; who was not in the system moved to none. */
const movesOf = (history: SubjectHistory): ReadonlyMap<number, number> => {
  const moved = new Map<number, number>()
  for (const [state, { spans }] of history.states)
    for (const { start } of spans) {
      const [before, after] = [history.familyOn(state, start - 1), history.familyOn(state, start)]
      // That a state came to be, or ended, without having acted is nothing that happened to the treaty.
      if (start === -Infinity || before === after || (didNothing.has(before) && didNothing.has(after))) continue
      moved.set(start, (moved.get(start) ?? 0) + 1)
    }
  return moved
}
