import type { StepEvent, StepEvents } from '../../../projections/compose/campaign/boomerang.ts'
import type { Day } from '../../time/day.ts'
import { unionOf } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { amendedEvents } from '../record/amendments.ts'
import { loadCitedEvents } from '../record/evidence.ts'
import type { ConductAct } from '../subjects/conduct.ts'
import { formedIn, type Coalition, type Formed } from './coalitions.ts'

const inWords = ({ kind, title, by }: ConductAct): string =>
  [kind ?? 'act', ...(title === null ? [] : [title])].join(': ') + (by === null ? '' : `, by ${by}`)

/** An act with the name of who did it, where that is known by an id. */
const named =
  ({ names }: Snapshot) =>
  (act: ConductAct): ConductAct => {
    const { by } = act
    if (by === null) return act
    return { ...act, by: names.subject('state', by)?.name ?? names.subject('igo', by)?.name ?? by }
  }

const stepOf = (act: ConductAct): StepEvent => ({
  lo: act.earliest,
  hi: act.latest,
  sure: true,
  says: inWords(act),
  decidedBy: act.decidedBy,
})

/** Organisations that join a coalition of organisations of the state and of elsewhere, once it is one. */
const joinsAfter = ({ members, name }: Coalition, formed: Formed): readonly StepEvent[] =>
  members
    .filter(({ lo, decidedBy }) => lo >= formed.hi && decidedBy.some((id) => !formed.decidedBy.includes(id)))
    .map(({ lo, hi, organisation, base, decidedBy }) => ({
      lo,
      hi,
      sure: formed.sure,
      says: `${organisation} (${base ?? 'base not recorded'}) joined ${name}; ${formed.says}`,
      decidedBy: unionOf(decidedBy, formed.decidedBy),
    }))

/**
 * A coalition comes about or goes on: organisations of the state and of elsewhere come to be in one campaign, and
 * afterwards others join that campaign, or it acts on the state.
 */
const campaignSteps = (
  coalitions: readonly Coalition[],
  actions: readonly ConductAct[],
  actor: string,
): readonly StepEvent[] =>
  coalitions.flatMap((coalition) =>
    formedIn(coalition, actor).flatMap((formed) => [
      formed,
      ...joinsAfter(coalition, formed),
      ...actions
        .filter(({ stream, earliest }) => stream === coalition.campaign && earliest >= formed.hi)
        .map((act): StepEvent => {
          const step = stepOf(act)
          const says = `${step.says}; ${formed.says}`
          return { ...step, sure: formed.sure, says, decidedBy: unionOf(act.decidedBy, formed.decidedBy) }
        }),
    ]),
  )

/** Who did each of some actions, by the event: a state or organisation that is known, else undefined. */
const loadAuthors = async (world: Snapshot, actions: readonly ConductAct[]) => {
  const events = await loadCitedEvents(world, [...new Set(actions.flatMap(({ decidedBy }) => decidedBy))])
  return new Map(
    amendedEvents(events).map(({ event, reads }) => {
      const by = reads.data['by']
      return [event.id, typeof by === 'string' ? by : undefined]
    }),
  )
}

/**
 * Pressure of others than the state and the campaign: what is recorded as such, and sanctions among the actions of
 * campaigns whose author is a state or organisation that is known by name.
 */
const pressureSteps = async (
  world: Snapshot,
  acts: readonly ConductAct[],
  actor: string,
): Promise<readonly StepEvent[]> => {
  const stateOf = (name: string): string | undefined => world.names.lookUp('state', name, { day: world.asOf })
  const isThird = (name: string): boolean => stateOf(name) !== actor
  const isKnown = (name: string): boolean => (stateOf(name) ?? world.names.lookUp('igo', name)) !== undefined
  const sanctions = acts.filter(({ act, kind }) => act === 'action' && kind === 'sanction')
  const authors = await loadAuthors(world, sanctions)
  const byOthers = sanctions.flatMap((act) => {
    const by = act.decidedBy.map((id) => authors.get(id)).find((name) => name !== undefined)
    return by !== undefined && isKnown(by) && isThird(by) ? [{ ...act, by }] : []
  })
  const pressed = acts.filter(({ act, by }) => act === 'pressure' && (by === null || isThird(by)))
  return [...pressed, ...byOthers].map((act) => stepOf(named(world)(act)))
}

/** What may have been done by a day: what surely had been as it is, the rest as possible. */
const doneBy =
  (asOf: Day) =>
  (events: readonly StepEvent[]): readonly StepEvent[] =>
    events
      .filter(({ lo }) => lo <= asOf)
      .map((event) => (event.hi <= asOf ? event : { ...event, hi: asOf, sure: false }))

/** All that may be a step of a boomerang on a state over a norm, by the world's day. */
export const loadStepEvents = async (
  world: Snapshot,
  actor: string,
  {
    acts,
    coalitions,
    blockages,
  }: {
    readonly acts: readonly ConductAct[]
    readonly coalitions: readonly Coalition[]
    readonly blockages: readonly StepEvent[]
  },
): Promise<StepEvents> => {
  const done = doneBy(world.asOf)
  const of = (act: ConductAct['act']): readonly ConductAct[] => acts.filter((one) => one.act === act)
  return {
    violation: done([...of('violation').map(stepOf), ...blockages]),
    campaign: done(campaignSteps(coalitions, of('action'), actor)),
    pressure: done(await pressureSteps(world, acts, actor)),
    concession: done(of('concession').map(stepOf)),
  }
}
