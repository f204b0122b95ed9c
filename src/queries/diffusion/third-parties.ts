import { z } from 'zod'
import { formatDay } from '../../time/day.ts'
import { counted, eventIds } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { actsOver, loadConduct } from '../subjects/conduct.ts'

export const thirdPartiesOut = z
  .array(
    z.object({
      date: z.string().describe('The day of the act; of an uncertain date its last possible day'),
      by: z.string().nullable().describe('The state or organisation that pressed'),
      kind: z.string().nullable(),
      title: z.string().nullable(),
      decidedBy: eventIds,
    }),
  )
  .describe('Pressure of third states and organisations by the day: beside the stock, and no part of it')
type ThirdParties = z.infer<typeof thirdPartiesOut>

/** What third states and organisations did to a state by the world's day, over a norm, or over all. */
export const loadThirdParties = async (
  world: Snapshot,
  actor: string,
  norm: string | undefined,
): Promise<ThirdParties> => {
  const acts = await loadConduct(world, actor)
  return (norm === undefined ? acts : actsOver(acts, norm))
    .filter(({ act, latest }) => act === 'pressure' && latest <= world.asOf)
    .toSorted((a, b) => a.latest - b.latest)
    .map(({ latest, by, kind, title, decidedBy }) => ({
      date: formatDay(latest),
      by,
      kind,
      title,
      decidedBy: [...decidedBy],
    }))
}

/** So many of the latest are named in a terminal. */
const shown = 10

export const thirdPartiesText = (found: ThirdParties): readonly string[] =>
  found.length === 0
    ? []
    : [
        `  beside the stock, and not in it: ${counted(found.length, 'act')} of third states and organisations` +
          `${found.length > shown ? `, of which the last ${shown}` : ''}`,
        ...found
          .slice(-shown)
          .map(({ date, by, kind, title }) =>
            [`  ${date}  ${kind ?? 'act'}`, ...(by === null ? [] : [by]), ...(title === null ? [] : [title])].join(
              ', ',
            ),
          ),
      ]
