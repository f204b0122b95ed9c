import { z } from 'zod'
import { formatDay, FOREVER, yearOf } from '../../../time/day.ts'
import { byText } from '../../../common/by-text.ts'
import { loadAdoptions, type Adoptions } from '../../diffusion/adoptions.ts'
import { earliestOf } from '../../diffusion/adoption-spells.ts'
import { statesNamed } from '../../panels/state-years.ts'
import { dateColumn, intColumn, stateColumn, textColumn } from '../../question/columns.ts'
import type { TableCell } from '../../question/question.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { stepByStep } from '../../question/steps.ts'
import { adoptionThresholds } from '../../status/adoption-threshold.ts'
import { withSystem } from '../../subjects/default-system.ts'
import { keptSubject } from '../../status/kept-subject.ts'
import { inPlace } from '../in-place.ts'
import type { Recipe } from '../recipe.ts'
import { namesOfStatesTell, systemTells } from '../rests/of-states.ts'
import { subjectTells } from '../rests/of-subject.ts'
import { together } from '../rests/rests.ts'
import type { Unit } from './unit.ts'

const columns = [
  stateColumn,
  textColumn('name', 'What it was called on that day'),
  textColumn('subject', 'The id of the treaty or norm'),
  intColumn('spell', 'Which of its adoptions it is: 1, and after an exit 2'),
  dateColumn('adopted', 'The first day on which it certainly stood at or above the threshold'),
  dateColumn('earliest', 'The first day on which it may have; the same where no date is uncertain'),
  intColumn('year', 'The year of adopted'),
  dateColumn('left', 'The first day on which it no longer did', 'It does so still, as far as is known'),
]

const shape = {
  subjects: z.array(z.string().min(1)).min(1).describe('Treaties or norms: ids, codes or names'),
  holds: z.enum(adoptionThresholds).default('CONSENTED').describe('The status from which on a state counts as adopter'),
  spells: z.enum(['first', 'last', 'all']).default('all').describe('Of who adopted again after an exit, which'),
  retroactive: z
    .boolean()
    .default(false)
    .describe('Count a succession from the day on which it took effect; else from its notification'),
}
type Asked = z.output<z.ZodObject<typeof shape>>

const chosen = <T>(spells: readonly T[], which: Asked['spells']): readonly T[] => {
  if (which === 'all') return spells
  return which === 'first' ? spells.slice(0, 1) : spells.slice(-1)
}

const rowsOf = (world: Snapshot, adoptions: Adoptions, { head }: Recipe) => {
  const wanted = statesNamed(world, head.states)
  const { spells: which } = head as unknown as Asked
  const { subject, threshold } = adoptions
  return [...adoptions.spells]
    .filter(([state]) => wanted?.has(state) ?? adoptions.system.has(state))
    .toSorted(([a], [b]) => byText(a, b))
    .flatMap(([state, spells]) => {
      const timeline = adoptions.timelines.get(state) ?? []
      const numbered = spells.map(({ from, to }, index) => ({ from, to, spell: index + 1 }))
      return chosen(numbered, which)
        .filter(({ from }) => head.from <= yearOf(from) && yearOf(from) <= head.to)
        .map(({ from, to, spell }): readonly TableCell[] => [
          state,
          world.names.nameOn('state', state, from),
          subject.id,
          spell,
          formatDay(from),
          formatDay(earliestOf(timeline, from, threshold)),
          yearOf(from),
          to >= FOREVER ? null : formatDay(to),
        ])
    })
}

/** A row for each adoption of a treaty or norm. */
export const adoption: Unit = {
  id: 'adoption',
  says: 'A row for each adoption of a treaty or norm by a state of the system, with the exit from it.',
  shape,
  kinds: [],
  load: async (world, recipe) => {
    const { subjects, holds, retroactive } = recipe.head as unknown as Asked
    const { system } = await withSystem(world, recipe.head)
    const rests = {
      raw: false,
      on: async () => [
        ...namesOfStatesTell(() => true),
        ...(await systemTells(world, system)),
        ...(await together(...subjects.map(async (word) => subjectTells(world, await keptSubject(world, word))))),
      ],
    }
    return {
      columns: columns.map((column) => ({ ...column, rests })),
      key: ['state', 'subject', 'spell'],
      pages: async function* () {
        for await (const [place, subject] of stepByStep(world, 'treaties and norms done:', [...subjects.entries()])) {
          const asked = { subject, threshold: holds, system, retroactive }
          yield rowsOf(
            world,
            await inPlace(
              () => loadAdoptions(world, asked),
              () => `/subjects/${place}`,
            ),
            recipe,
          )
        }
      },
    }
  },
}
