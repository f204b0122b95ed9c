import { formatDay } from '../../time/day.ts'
import { coverage } from '../holdings/coverage.ts'
import { loadClaims, type ClaimOnSubject } from '../question/coverage-claims.ts'
import type { ReportSection, Sentence } from '../question/report.ts'
import type { Audit } from './audit-context.ts'
import { systemWords } from './field-words.ts'
import { say } from './ledger.ts'
import type { Spreading } from './spread-section.ts'

/** Of whom a claim speaks, in words. */
const whom = ({ actors }: ClaimOnSubject): string => {
  if (actors === 'all') return 'all actors'
  return actors === 'existing' ? 'all that existed on its last day' : `${actors.size} actors`
}

const claimsOn = async ({ world, ledger, titles }: Audit, treaty: string): Promise<readonly Sentence[]> => {
  const claims = await loadClaims(world, 'treaty', treaty)
  await ledger.load(claims.flatMap(({ decidedBy }) => [...decidedBy]))
  const name = titles.treaty(treaty)
  if (claims.length === 0) {
    const asked = await ledger.asked(coverage, { subject: treaty })
    return [say(`Of the ${name} no source claims to hold any class of acts in full.`, asked)]
  }
  return claims.map((claim) =>
    say(
      `Of the ${name} the source ${claim.source} holds in full, of ${whom(claim)}: ${claim.classes.join(', ')}; ` +
        `through ${formatDay(claim.through)}.`,
      ledger.claims(claim.decidedBy),
    ),
  )
}

/** How much is covered: of the members of the system, and what each source claims to hold of each instrument. */
export const coverageSection = async (audit: Audit, { found, asked }: Spreading): Promise<ReportSection> => {
  const items: (readonly Sentence[])[] = []
  for (const { terms } of audit.subject.laws) items.push(await claimsOn(audit, terms.treaty))
  const year = found.curve.at(-1)
  const members: readonly Sentence[] =
    year === undefined
      ? []
      : [
          say(
            `There were ${year.system} members of ${systemWords(found)} on the day of this report: of ` +
              `${year.consented.covered} of them sources cover what they did by that day, of ` +
              `${year.consented.carried} it is carried on from the last covered day, and of ` +
              `${year.system - year.consented.covered - year.consented.carried} no source says that it holds all.`,
            asked,
          ),
        ]
  return {
    id: 'coverage',
    heading: 'How much is covered',
    blocks: [
      ...(members.length === 0 ? [] : [{ kind: 'paragraph' as const, sentences: members }]),
      ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
    ],
  }
}
