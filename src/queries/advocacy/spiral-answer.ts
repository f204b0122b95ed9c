import { z } from 'zod'
import type { PhaseChange } from '../../../projections/compose/spiral/changes.ts'
import type { Finding } from '../../../projections/compose/spiral/finding.ts'
import { phases, type YearFindings } from '../../../projections/compose/spiral/phase-rules.ts'
import type { SpiralYear } from '../../../projections/compose/spiral/trajectory.ts'
import { parametersOut } from '../exposure/exposure-parameters.ts'
import { eventIds } from '../question/output-fields.ts'
import { evidenceOut } from '../status/explain-status.ts'
import { countActs, type ConductAct } from '../subjects/conduct.ts'
import { liesIn, windowOf } from './acts-in-window.ts'
import { knownOut } from './known-acts.ts'
import type { Practice } from './practice.ts'

const phaseOut = z
  .enum([...phases, 'NONE', 'UNKNOWN'])
  .describe(
    'The phase; NONE where no rule holds; UNKNOWN where more than one is possible, or nothing is recorded for it',
  )

const findingOut = z
  .object({
    value: z.enum(['yes', 'no', 'unknown']),
    says: z.string(),
    asRecorded: z.boolean().describe('Whether it rests on nothing being recorded, of what nobody claims to hold'),
    reason: z.string().nullable().describe('Why it is unknown'),
    decidedBy: eventIds,
  })
  .describe('What is known of it at the end of the year, over the window')

const indicators = [
  'repressed',
  'exemplary',
  'sustained',
  'improved',
  'violated',
  'campaign',
  'active',
  'reported',
  'denial',
  'silence',
  'concession',
  'consent',
  'law',
  'complaints',
  'discourse',
] as const

const yearOut = z.object({
  year: z.int(),
  phase: phaseOut,
  possible: z.array(z.enum([...phases, 'NONE'])).describe('All that it may be, the highest first'),
  reasons: z.array(z.string()).describe('Why it is UNKNOWN'),
  says: z.string().describe('What makes the highest rule hold that surely does'),
  asRecorded: z.boolean().describe('Whether that rests on nothing being recorded, of what nobody claims to hold'),
  decidedBy: eventIds,
  score: z.number().nullable().describe('The score of that reference year'),
  tercile: z.enum(['bottom', 'middle', 'top']).nullable().describe('Where it stands among all rated that year'),
  rank: z.number().nullable().describe('Its mid-rank among them, 0 worst to 1 best'),
  rated: z.int().nullable().describe('How many the rater rates that year'),
  counts: z
    .object({
      violations: z.int(),
      actions: z.int(),
      pressure: z.int(),
      responses: z.int(),
      concessions: z.int(),
      reversals: z.int(),
    })
    .describe('How many acts surely lie in the window'),
  found: z.record(z.enum(indicators), findingOut).describe('What each rule reads, by its name'),
})
type Found = z.infer<typeof yearOut>['found']

export const spiralOut = z.object({
  state: z.string(),
  norm: z.string(),
  score: z.string(),
  direction: z.string().nullable().describe('What a higher value means, as the sources say; null where they do not'),
  parameters: parametersOut,
  rules: z.array(z.object({ phase: z.enum(phases), name: z.string(), after: z.string().nullable(), rule: z.string() })),
  changes: z
    .array(
      z.object({
        year: z.int(),
        from: phaseOut.nullable(),
        to: phaseOut,
        kind: z
          .enum(['start', 'advance', 'regress', 'again', 'none', 'unknown'])
          .describe('regress: below the last phase that held; again: that phase once more; none: no rule holds'),
        says: z.string(),
        decidedBy: eventIds,
      }),
    )
    .describe('Every year whose phase is not that of the year before, with the evidence'),
  years: z.array(yearOut),
  known: knownOut,
  evidence: evidenceOut.describe('The events of every change of phase'),
})
export type SpiralAnswer = z.output<typeof spiralOut>

const findingOf = ({ value, says, asRecorded, reason, decidedBy }: Finding) => ({
  value,
  says,
  asRecorded,
  reason: reason ?? null,
  decidedBy: [...decidedBy],
})

const foundOf = (found: YearFindings): Found => ({
  repressed: findingOf(found.repressed),
  exemplary: findingOf(found.exemplary),
  sustained: findingOf(found.sustained),
  improved: findingOf(found.improved),
  violated: findingOf(found.violated),
  campaign: findingOf(found.campaign),
  active: findingOf(found.active),
  reported: findingOf(found.reported),
  denial: findingOf(found.denial),
  silence: findingOf(found.silence),
  concession: findingOf(found.concession),
  consent: findingOf(found.consent),
  law: findingOf(found.law),
  complaints: findingOf(found.complaints),
  discourse: findingOf(found.discourse),
})

/** A year as an answer has it. */
export const yearOf = (
  { year, phase, possible, reasons, says, asRecorded, decidedBy, found }: SpiralYear,
  { acts, practice }: { readonly acts: readonly ConductAct[]; readonly practice: Practice },
  window: number,
): SpiralAnswer['years'][number] => {
  const { value, place } = practice.in(year)
  const within = windowOf(year, window)
  return {
    year,
    phase,
    possible: [...possible],
    reasons: [...reasons],
    says,
    asRecorded,
    decidedBy: [...decidedBy],
    score: value ?? null,
    tercile: place?.tercile ?? null,
    rank: place?.rank ?? null,
    rated: place?.rated ?? null,
    counts: countActs(acts.filter(({ earliest, latest }) => liesIn({ lo: earliest, hi: latest }, within) === 'yes')),
    found: foundOf(found),
  }
}

export const changeOf = ({ year, from, to, kind, says, decidedBy }: PhaseChange): SpiralAnswer['changes'][number] => ({
  year,
  from: from ?? null,
  to,
  kind,
  says,
  decidedBy: [...decidedBy],
})
