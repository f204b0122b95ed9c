import type { z } from 'zod'
import { boomerangSteps } from '../../../projections/compose/campaign/boomerang.ts'
import { counted } from '../question/output-fields.ts'
import { clocksText } from '../question/snapshot.ts'
import { shortened } from '../../text/shorten.ts'
import type { boomerangOut } from './boomerang-answer.ts'
import { knownText } from './known-acts.ts'

type Answer = z.output<typeof boomerangOut> & {
  readonly asOf: string
  readonly asKnownAt: string | null
  readonly ordinal: number
}

export const daysText = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  least === most ? counted(most, 'day') : `${least} to ${most} days`

export const datesText = ({
  earliest,
  latest,
}: {
  readonly earliest: string | null
  readonly latest: string
}): string => (earliest === latest ? latest : `${earliest ?? '..'}/${latest}`)

const furthest = ({ certainty, reached, certainlyReached }: Answer): string =>
  certainty === 'possible'
    ? `possibly step ${reached} of 4 is the furthest, for certain step ${certainlyReached ?? 0}`
    : `step ${reached} of 4 is the furthest`

const verdict = (answer: Answer): string => {
  const { completed, reached, certainlyReached, window, days } = answer
  const within = `within ${counted(window, 'year')}`
  const length = days === null ? '' : `, ${daysText(days)} from step 1 to step ${reached}`
  if (completed === 'unknown') return 'UNKNOWN: no-violation-known; nothing is recorded for it to begin with'
  if (completed === 'yes') return `completed: 4 of 4 steps ${within}${length}`
  if (completed === 'possible')
    return `possibly completed ${within}${length}; for certain ${certainlyReached ?? 0} of 4 steps`
  return `not completed ${within}, as far as recorded: ${furthest(answer)}${length}`
}

const stepText = (step: Answer['steps'][number], index: number): string =>
  `  ${index + 1}  ${datesText(step).padEnd(21)}  ${boomerangSteps[index]}: ${shortened(step.says, 150)}` +
  `${step.sure ? '' : ' (not for certain)'}${step.daysSince === null ? '' : `, after ${daysText(step.daysSince)}`}`

const citationsOf = ({ evidence }: Answer, ids: readonly string[]): readonly string[] =>
  evidence
    .filter(({ id }) => ids.includes(id))
    .map(({ id, occurred, citations }) => `       ${occurred ?? 'undated'}: ${citations.join('; ')} (event ${id})`)

const coalitionText = ({ name, inside, outside, unknownBase, formed }: Answer['coalitions'][number]): string =>
  `    ${name}: ${inside.length} of the state, ${outside} of elsewhere, ${unknownBase} of no recorded base; ` +
  `${formed === null ? 'not both, as far as recorded' : `both from ${datesText(formed)}, ${formed.certainty}`}`

/** The chain step by step, each with what says so; then what it lacked, and what else is known. */
export const boomerangText = (answer: Answer): string =>
  [
    `${answer.state} · boomerang over ${answer.norm} · ${clocksText(answer)}`,
    `  ${verdict(answer)}`,
    ...answer.steps.flatMap((step, index) => [stepText(step, index), ...citationsOf(answer, step.decidedBy)]),
    ...(answer.lacks === null ? [] : [`  step ${answer.steps.length + 1} lacked: ${answer.lacks}`]),
    ...(answer.takenBack === null ? [] : [`  the concession was taken back by ${answer.takenBack}`]),
    ...(answer.completions.length < 2
      ? []
      : [
          `  whole chains ended with ${answer.completions.length} concessions: ` +
            answer.completions.map(({ conceded }) => conceded).join(', '),
        ]),
    ...(answer.coalitions.length === 0 ? [] : ['  campaigns, and who had joined:']),
    ...answer.coalitions.map(coalitionText),
    ...knownText(answer.known),
    '  what came after what: no claim that one step brought the next about',
  ].join('\n')
