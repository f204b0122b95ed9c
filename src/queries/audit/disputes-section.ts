import { conflicts } from '../conflicts/conflicts.ts'
import { ask } from '../question/ask.ts'
import { counted } from '../question/output-fields.ts'
import type { ReportBlock, ReportSection } from '../question/report.ts'
import { nameAtBeginning, type Audit } from './audit-context.ts'
import { say } from './ledger.ts'

interface ConflictRow {
  readonly actor: string
  readonly what: string
  readonly from: string | null
  readonly follows: { readonly value: string; readonly decidedBy: readonly string[] }
  readonly against: { readonly value: string; readonly decidedBy: readonly string[] }
}

/** So many disputes of a treaty are told; all are in the answer of `conflicts`. */
const told = 40

/** What sources disagree about, treaty by treaty, with what each says. */
export const disputesSection = async (audit: Audit, only: string | undefined): Promise<ReportSection> => {
  const { world, subject, ledger } = audit
  const blocks: ReportBlock[] = []
  for (const { terms } of subject.laws) {
    const given = { subject: terms.treaty, about: 'treaties', ...(only !== undefined && { state: only }) }
    const { answer } = await ask(conflicts, world, conflicts.input.parse(given))
    const rows = (answer as unknown as { rows: readonly ConflictRow[] }).rows
    const asked = await ledger.asked(conflicts, given)
    const name = audit.titles.treaty(terms.treaty)
    await ledger.load(
      rows.slice(0, told).flatMap(({ follows, against }) => [...follows.decidedBy, ...against.decidedBy]),
    )
    blocks.push({
      kind: 'paragraph',
      sentences: [
        rows.length === 0
          ? say(`On the ${name} no sources are known to disagree.`, asked)
          : say(
              `On the ${name} sources disagree ${counted(rows.length, 'time')}` +
                `${rows.length > told ? `, of which the first ${told}` : ''}:`,
              asked,
            ),
        ...rows.slice(0, told).map(({ actor, what, follows, against }) => {
          const cites = ledger.events([...follows.decidedBy, ...against.decidedBy])
          const who = actor === '' ? 'The treaty' : nameAtBeginning(audit, actor)
          return say(
            `${who}, ${what}: this report goes by ${follows.value}, another says ${against.value}.`,
            cites.length === 0 ? asked : cites,
          )
        }),
      ],
    })
  }
  return { id: 'disputes', heading: 'What sources dispute', blocks }
}
