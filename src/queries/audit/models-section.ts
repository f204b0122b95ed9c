import type { z } from 'zod'
import { boomerangQuestion } from '../advocacy/boomerang.ts'
import type { boomerangOut } from '../advocacy/boomerang-answer.ts'
import { spiral } from '../advocacy/spiral.ts'
import type { SpiralAnswer } from '../advocacy/spiral-answer.ts'
import { ask } from '../question/ask.ts'
import { counted } from '../question/output-fields.ts'
import type { ReportSection, Sentence } from '../question/report.ts'
import { nameOf, type Audit } from './audit-context.ts'
import { say } from './ledger.ts'

type Boomerang = z.output<typeof boomerangOut>

const daysWords = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  least === most ? counted(most, 'day') : `${least} to ${most} days`

const verdicts: Readonly<Record<Boomerang['completed'], string>> = {
  yes: 'was completed: all four steps, in this order for certain',
  possible: 'was possibly completed: all four steps, on some of the days that their dates allow',
  no: 'was not completed, as far as recorded',
  unknown: 'is unknown: no violation is recorded to begin with',
}

const stepSentence = (audit: Audit, step: Boomerang['steps'][number], index: number, asked: string): Sentence => {
  const between = step.earliest === null ? `by ${step.latest}` : `between ${step.earliest} and ${step.latest}`
  const when = step.earliest === step.latest ? step.latest : between
  const after = step.daysSince === null ? '' : `, ${daysWords(step.daysSince)} after the step before`
  const cites = audit.ledger.events(step.decidedBy)
  return say(`Step ${index + 1}, ${step.step}, ${when}${after}: ${step.says}.`, cites.length === 0 ? asked : cites)
}

/** How far a boomerang came against the state over the norm: the furthest chain, step by step. */
export const boomerangSection = async (audit: Audit, state: string): Promise<ReportSection> => {
  const { world, norm, ledger } = audit
  const given = { state, norm }
  const { answer } = await ask(boomerangQuestion, world, boomerangQuestion.input.parse(given))
  const found = answer as unknown as Boomerang
  const asked = await ledger.asked(boomerangQuestion, given)
  await ledger.load(found.steps.flatMap(({ decidedBy }) => decidedBy))
  return {
    id: 'boomerang',
    heading: 'The boomerang',
    blocks: [
      {
        kind: 'paragraph',
        sentences: [
          say(
            `A boomerang against ${nameOf(audit, state)} (violation, campaign, pressure of third parties, ` +
              `concession, within ${counted(found.window, 'year')}) ${verdicts[found.completed]}.`,
            asked,
          ),
          ...(found.lacks === null ? [] : [say(`The next step lacked: ${found.lacks}.`, asked)]),
          say('It says what came after what, not what brought it about.', asked),
        ],
      },
      ...(found.steps.length === 0
        ? []
        : [{ kind: 'list' as const, items: found.steps.map((step, i) => [stepSentence(audit, step, i, asked)]) }]),
    ],
  }
}

/** In which phase of the spiral the state was, where a score of its practice is named. */
export const spiralSection = async (
  audit: Audit,
  state: string,
  score: string | undefined,
): Promise<readonly ReportSection[]> => {
  if (score === undefined) return []
  const { world, norm, ledger } = audit
  const given = { state, norm, score }
  const { answer } = await ask(spiral, world, spiral.input.parse(given))
  const found = answer as unknown as SpiralAnswer
  const asked = await ledger.asked(spiral, given)
  await ledger.load(found.changes.flatMap(({ decidedBy }) => decidedBy))
  const names = new Map<string, string>(found.rules.map(({ phase, name }) => [phase, `phase ${phase}, ${name}`]))
  const phaseWords = (phase: string): string => names.get(phase) ?? (phase === 'NONE' ? 'no phase' : 'unknown')
  const rows = found.changes.map(({ year, from, to, says, decidedBy }) =>
    say(
      `${year}: ${phaseWords(to)}` +
        `${from === null ? '' : `, after ${phaseWords(from)}`}${says === '' ? '' : ` (${says})`}.`,
      asked,
      ledger.events(decidedBy),
    ),
  )
  return [
    {
      id: 'spiral',
      heading: 'The spiral',
      blocks: [
        {
          kind: 'paragraph',
          sentences: [
            say(
              `Phases by the score ${score}, and by rules of our own: a description, in which one phase does not ` +
                'bring the next about.',
              asked,
            ),
          ],
        },
        ...(rows.length === 0 ? [] : [{ kind: 'list' as const, items: rows.map((one) => [one]) }]),
      ],
    },
  ]
}
