import { z } from 'zod'
import { formatBound, formatDay } from '../../time/day.ts'
import { counted, eventIds, nullableDay } from '../question/output-fields.ts'
import { booleanColumn, dateColumn, eventsColumn, joined, textColumn } from '../question/columns.ts'
import { loadAllClaims, type ClaimOnSubject } from '../question/coverage-claims.ts'
import { knownRows } from '../question/known-rows.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'

const kinds = {
  treaty: 'treaty',
  igo: 'organisation',
  rater: 'rater',
  classification: 'classification',
  relation: 'relation',
  attribute: 'attribute',
} as const

const row = z.object({
  kind: z.enum(['treaty', 'organisation', 'rater', 'classification', 'relation', 'attribute']),
  subject: z.string().describe('Id of the treaty, organisation, classification, relation or attribute, or the rater'),
  name: z.string(),
  source: z.string().describe('The registered source that holds it'),
  classes: z.array(z.string()).describe('The classes of acts that it holds in full'),
  actors: z
    .array(z.string())
    .describe(
      'Of whom: existing (those that exist on the last day), all (also those that ended before), or ids of actors',
    ),
  from: nullableDay.describe('First day covered; null where it is from the beginning'),
  through: z.string().describe('Last day covered'),
  system: z
    .string()
    .nullable()
    .describe('Of each actor only the days on which it was in this state system; null where it is all days'),
  isStatic: z.boolean().describe('Whether what it says of these days is taken to have held before and after'),
  decidedBy: eventIds,
})

/** All but treaties and organisations are called by their ids alone. */
const hasNoName = (scope: ClaimOnSubject['scope']): scope is Exclude<ClaimOnSubject['scope'], 'treaty' | 'igo'> =>
  scope !== 'treaty' && scope !== 'igo'

/** The treaties under which somebody acted, and of which no source says that it holds all. */
const uncoveredTreaties = async (world: Snapshot, claims: readonly ClaimOnSubject[]): Promise<readonly string[]> => {
  const covered = new Set(claims.flatMap(({ scope, subject }) => (scope === 'treaty' ? [subject] : [])))
  const rows = await knownRows(world, 'treaty_act').select('treaty').distinct().execute()
  return rows
    .map(({ treaty }) => treaty)
    .filter((treaty) => !covered.has(treaty))
    .toSorted()
}

/** Of which subjects a word speaks; throws where it means nothing that is covered or known. */
const matching = (world: Snapshot, word: string, claims: readonly ClaimOnSubject[]) => {
  const treaty = world.names.lookUp('treaty', word, { day: world.asOf })
  const igo = world.names.lookUp('igo', word, { day: world.asOf })
  const isNamed = claims.some(({ scope, subject }) => hasNoName(scope) && subject === word)
  if (treaty === undefined && igo === undefined && !isNamed) throw world.names.unknown(['treaty', 'igo'], word)
  return ({ scope, subject }: Pick<ClaimOnSubject, 'scope' | 'subject'>): boolean =>
    (scope === 'treaty' && subject === treaty) ||
    (scope === 'igo' && subject === igo) ||
    (hasNoName(scope) && subject === word)
}

const rowOf = (
  world: Snapshot,
  { scope, subject, source, classes, actors, from, through, system, isStatic, decidedBy }: ClaimOnSubject,
) => ({
  kind: kinds[scope],
  subject,
  name: hasNoName(scope) ? subject : world.names.nameOf(scope, subject),
  source,
  classes: [...classes],
  actors: typeof actors === 'string' ? [actors] : [...actors].toSorted(),
  from: formatBound(from),
  through: formatDay(through),
  system: system ?? null,
  isStatic: isStatic === true,
  decidedBy: [...decidedBy],
})

const ofWhom = (actors: readonly string[]): string =>
  actors.length === 1 || actors.length === 0 ? (actors[0] ?? 'nobody') : counted(actors.length, 'actor')

export const coverage = question({
  name: 'coverage',
  asks:
    'What the log covers: of which treaties, organisations, raters, classifications, relations and attributes ' +
    'a source says that it holds all acts of a class, and through when.',
  positional: ['subject'],
  sources: 'asked',
  input: z.object({
    subject: z
      .string()
      .min(1)
      .optional()
      .describe('A treaty, an organisation, a rater, a classification, a relation or an attribute; else everything'),
  }),
  output: z.object({
    rows: z.array(row),
    uncovered: z
      .array(z.string())
      .describe('Treaties under which acts are recorded, and of which no source says that it holds all of any class'),
  }),
  answer: async (world, input) => {
    const claims = await loadAllClaims(world)
    const uncovered = await uncoveredTreaties(world, claims)
    const asked = input.subject === undefined ? () => true : matching(world, input.subject, claims)
    return {
      rows: claims.filter(asked).map((claim) => rowOf(world, claim)),
      uncovered: uncovered.filter((subject) => asked({ scope: 'treaty', subject })),
    }
  },
  text: ({ rows, uncovered, ...answer }) =>
    [
      `${counted(rows.length, 'claim')} of coverage ${echoText(answer)}`,
      ...rows.map(
        (found) =>
          `  ${found.kind.padEnd(12)} ${found.subject.padEnd(16)} ${found.from ?? '…'} to ` +
          `${found.through}  ${found.classes.join(', ')} of ${ofWhom(found.actors)}  (${found.source})`,
      ),
      ...(uncovered.length === 0
        ? []
        : [`  no source says that it holds all of: ${counted(uncovered.length, 'treaty', 'treaties')} with acts`]),
      ...(rows.length === 0 && uncovered.length === 0 ? ['  no source says that it holds all of anything'] : []),
    ].join('\n'),
  table: {
    columns: [
      textColumn('kind', 'treaty, organisation, rater, classification, relation or attribute'),
      textColumn('subject', 'Id of the treaty, organisation, classification, relation or attribute, or the rater'),
      textColumn('name', 'Its name'),
      textColumn('source', 'The registered source that holds it'),
      textColumn('classes', 'The classes of acts that it holds in full, with spaces between'),
      textColumn(
        'actors',
        'Of whom: existing (those that exist on the last day), all (also ' +
          'those that ended before), or ids with spaces between',
      ),
      dateColumn('covered_from', 'First day covered', 'From the beginning'),
      dateColumn('covered_through', 'Last day covered'),
      textColumn('system', 'Of each actor only the days on which it was in this state system', 'All days'),
      booleanColumn('is_static', 'Whether what it says of these days is taken to have held before and after'),
      eventsColumn('decided_by', 'The claims'),
    ],
    rows: ({ rows }) =>
      rows.map((found) => [
        found.kind,
        found.subject,
        found.name,
        found.source,
        joined(found.classes),
        joined(found.actors),
        found.from,
        found.through,
        found.system,
        found.isStatic,
        joined(found.decidedBy),
      ]),
  },
})
