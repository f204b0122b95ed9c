import { groupBy } from '../../src/common/group-by.ts'
import type { CitedSource } from '../../src/events/source.ts'
import { formatBound } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { said, type CatalogueEvent } from '../said.ts'
import { dependencies } from './dependencies.ts'
import type { DependencyEntry } from './entry.ts'

/** From one date to another as one: every day on which it may have held. */
const period = (from: string, through: string): string =>
  `${formatBound(parseDate(from).lo) ?? '..'}/${formatBound(parseDate(through).hi) ?? '..'}`

const eventsOf = ({ metropole, over, law, at, ...tie }: DependencyEntry): readonly CatalogueEvent[] => {
  const source: CitedSource = { citation: law, ...(at !== undefined && { locator: at }), kind: 'organisation' }
  return over
    .split(' ')
    .map((other) =>
      said(
        `relation-dependency-${metropole}`,
        { type: 'RelationObserved', fact: `${other}/${tie.type}`, on: period(tie.from, tie.through) },
        { relation: 'dependency', actor: metropole, other, directed: true, ...tie },
        source,
      ),
    )
}

/** Ties of dependency, each from who ruled to who was ruled, by who ruled. */
export const relationEvents = (): readonly CatalogueEvent[] =>
  [...groupBy(dependencies, ({ metropole }) => metropole).values()].flatMap((list) => list.flatMap(eventsOf))
