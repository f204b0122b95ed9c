import { question } from '../question/question.ts'
import { dayInYear } from '../panels/state-years.ts'
import { eventsAround } from './around-events.ts'
import { balancesOf, yearOf } from './balance.ts'
import { around, influenceAnswer, influenceInput, type InfluenceInput } from './influence-answer.ts'
import { influenceTable } from './influence-columns.ts'
import { influenceText } from './influence-text.ts'
import {
  checkYears,
  coverageIn,
  loadRatedMembers,
  missingIn,
  nameOfIgo,
  predecessorsOf,
  untoldIn,
  yearsOf,
} from './rated-members.ts'

const says = [
  'A description, never an effect: reverse causality is not identified, nor is a cause that all have in common.',
  'A compositional pull is arithmetic: it says what a mean is made of, and nothing of what anybody did.',
  'A state that moves away from the others has a high net though nobody follows it: read net beside its two parts.',
  'Scores that are bounded, or measured with error, come nearer to one another, or part, of themselves.',
]

const parametersOf = (input: InfluenceInput) => ({
  score: input.score,
  from: input.from,
  to: input.to,
  years: input.years,
  window: around,
  at: input.at,
  lag: 0,
  kinds: 'full',
  dates: input.dates,
  year_codes: input.yearCodes,
  exclude_suspended: input.excludeSuspended,
  with_predecessors: input.withPredecessors,
})

export const influence = question({
  name: 'influence',
  asks:
    'Two-way: what a state met in an organisation, what its presence did to the mean there, whether the others moved ' +
    'towards it or it towards them, and the years around its coming and leaving; of every member, too. A description.',
  positional: ['state', 'igo'],
  sources: 'parameter',
  input: influenceInput,
  output: influenceAnswer,
  answer: async (world, input) => {
    checkYears(world, input)
    const state = world.names.require('state', input.state, { day: dayInYear(input.at)(input.to) })
    const rated = await loadRatedMembers(world, input, around)
    return {
      state,
      stateName: world.names.nameOn('state', state, world.asOf),
      igo: rated.igo,
      name: nameOfIgo(world, rated.igo),
      part: input.part ?? null,
      predecessors: predecessorsOf(world, rated.members),
      ...balancesOf(world, rated, state, input),
      untold: untoldIn(rated, yearsOf(input)),
      years: yearsOf(input).map((year) => yearOf(rated, state, year, input)),
      events: eventsAround(rated, state, input),
      missing: missingIn(world, rated, yearsOf(input)),
      coverage: coverageIn(rated, input.to),
      says,
      parameters: parametersOf(input),
    }
  },
  text: influenceText,
  table: influenceTable,
})
