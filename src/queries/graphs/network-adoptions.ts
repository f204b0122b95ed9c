import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { formatDay, lastDayOfYear, yearOf } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { earliestOf } from '../diffusion/adoption-spells.ts'
import { loadAdoptions, type Adoptions } from '../diffusion/adoptions.ts'
import { dateColumn, intColumn, textColumn } from '../question/columns.ts'
import { echoText } from '../question/echo.ts'
import { freeWords, systemInput, yearInput } from '../question/inputs.ts'
import { counted } from '../question/output-fields.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { stepByStep } from '../question/steps.ts'
import { lastCodes } from '../spells/last-codes.ts'
import { adoptionsListed } from '../spread/adopters.ts'
import { committedIn, mayHaveReached } from '../status/adoption-threshold.ts'
import { withSystem } from '../subjects/default-system.ts'
import { adoptionInputs, oneAdoption } from './adoptions-input.ts'

const input = z.object({
  subjects: freeWords.describe('Treaties and norms, by id, code or name, with commas between: cat,ccpr'),
  from: yearInput.optional().describe('First year of adoptions that are listed (default: all)'),
  to: yearInput.optional().describe('Last year of adoptions that are listed (default: all up to the day asked about)'),
  system: systemInput,
  ...adoptionInputs,
})
type Input = z.output<typeof input>

const adoption = z.object({
  state: z.string(),
  policy: z.string().describe('Id of the treaty or norm'),
  adoptYear: z.int().describe('The year of the date'),
  date: z.string().describe('First day on which it certainly had adopted'),
  earliest: z.string().describe('First day on which it may have: the same where its date is certain'),
  spell: z.int().describe('Which of its adoptions it is: 2 after an exit and a return'),
  name: z.string(),
  cow: z.int().nullable().describe('The Correlates of War number that it had last'),
  iso3: z.string().nullable().describe('The ISO 3166-1 alpha-3 code that it had last'),
})

const leftOut = z.object({
  policy: z.string(),
  never: z.int().describe('Members of the system on the day asked about that have not adopted: they are not listed'),
  possible: z.int().describe('Of these, those that may have: its date or its status leaves it open'),
  outside: z.int().describe('Adoptions by whoever was no member of the system on the day'),
  otherYears: z.int().describe('Adoptions before the first year or after the last'),
})

const answer = z.object({
  threshold: z.string(),
  spells: z.enum(oneAdoption),
  system: z.string(),
  adoptions: z.array(adoption).describe('By policy, date and state'),
  leftOut: z.array(leftOut).describe('What is not listed, by policy'),
})
type Answer = z.output<typeof answer>

/** What is listed of one treaty or norm, and what is not. */
const ofOne = (world: Snapshot, adoptions: Adoptions, { spells, from, to }: Input) => {
  const { subject, system, timelines, threshold } = adoptions
  const listed = adoptionsListed(adoptions, spells)
  const members = listed.filter((one) => at(system.get(one.state) ?? [], one.from) !== undefined)
  const isAsked = ({ from: day }: { readonly from: number }): boolean =>
    (from === undefined || day >= lastDayOfYear(from - 1) + 1) && (to === undefined || day <= lastDayOfYear(to))
  const found = members.filter(isAsked).map((one) => {
    const { state, name, cow, iso3 } = lastCodes(world, one.state)
    const timeline = timelines.get(state) ?? []
    return {
      state,
      policy: subject.id,
      adoptYear: yearOf(one.from),
      date: formatDay(one.from),
      earliest: formatDay(earliestOf(timeline, one.from, threshold)),
      spell: one.spell,
      name,
      cow,
      iso3,
    }
  })
  const adopters = new Set(listed.map(({ state }) => state))
  const never = [...system]
    .filter(([state, spans]) => at(spans, world.asOf) !== undefined && !adopters.has(state))
    .map(([state]) => state)
  const mayHave = (state: string): boolean =>
    mayHaveReached(committedIn(at(timelines.get(state) ?? [], world.asOf)?.value ?? { possible: [] }), threshold)
  return {
    found,
    leftOut: {
      policy: subject.id,
      never: never.length,
      possible: never.filter(mayHave).length,
      outside: listed.length - members.length,
      otherYears: members.length - found.length,
    },
  }
}

const remarkOf = ({ policy, never, possible, outside, otherYears }: Answer['leftOut'][number]): string =>
  `${policy}: not listed: ${counted(never, 'member')} of the system that had not adopted (${possible} of them may ` +
  `have), ${counted(outside, 'adoption')} by whoever was no member then, ${otherYears} in other years`

const remarksOf = ({ leftOut: of, spells }: Answer): readonly string[] => [
  ...of.map(remarkOf),
  `of a state that adopted again after an exit, the ${spells} adoption counts; an uncertain date counts from the day ` +
    'on which it certainly had adopted, and `earliest` is the first on which it may have',
]

export const networkAdoptions = question({
  name: 'network adoptions',
  asks:
    'Who adopted which treaty or norm in which year, as NetworkInference takes it: states that never did are left ' +
    'out.',
  takesLong: true,
  positional: ['subjects'],
  sources: 'asked',
  input,
  output: answer,
  format: 'csv',
  settle: withSystem,
  answer: async (world, asked) => {
    const { system } = await withSystem(world, asked)
    const parts: ReturnType<typeof ofOne>[] = []
    const { threshold, retroactive } = asked
    for await (const subject of stepByStep(world, 'treaties and norms done:', asked.subjects))
      parts.push(ofOne(world, await loadAdoptions(world, { subject, threshold, system, retroactive }), asked))
    const inOrder = parts.toSorted((a, b) => byText(a.leftOut.policy, b.leftOut.policy))
    const once = inOrder.filter(({ leftOut: { policy } }, index) => policy !== inOrder[index - 1]?.leftOut.policy)
    return {
      threshold,
      spells: asked.spells,
      system,
      adoptions: once.flatMap(({ found }) => found),
      leftOut: once.map((one) => one.leftOut),
    }
  },
  text: (found) =>
    [
      `${counted(found.adoptions.length, 'adoption')} · ${found.threshold} · ${found.system} system · ` +
        echoText(found),
      ...found.adoptions.map((one) => `  ${one.date} ${one.policy.padEnd(12)} ${one.state.padEnd(8)} ${one.name}`),
      ...remarksOf(found),
    ].join('\n'),
  remarks: remarksOf,
  table: {
    columns: [
      textColumn('state', 'Id of the state'),
      textColumn('policy', 'Id of the treaty or norm'),
      intColumn('adopt_year', 'The year of the date'),
      dateColumn('date', 'First day on which it certainly had adopted'),
      dateColumn('earliest', 'First day on which it may have: the same where its date is certain'),
      intColumn('spell', 'Which of its adoptions it is: 2 after an exit and a return'),
      textColumn('name', 'Its name'),
      intColumn('cow', 'The Correlates of War number that it had last', 'It never had one'),
      textColumn('iso3', 'The ISO 3166-1 alpha-3 code that it had last', 'It never had one'),
    ],
    note: 'One row a state and treaty or norm; a state that never adopted has none.',
    rows: ({ adoptions }) =>
      adoptions.map((one) => [
        one.state,
        one.policy,
        one.adoptYear,
        one.date,
        one.earliest,
        one.spell,
        one.name,
        one.cow,
        one.iso3,
      ]),
  },
})
