import { counted } from '../question/output-fields.ts'
import type { ReportSection, Sentence } from '../question/report.ts'
import { loadRecommendations } from '../subjects/recommendations.ts'
import { actSentences, nameOf, type Audit } from './audit-context.ts'
import { listWords } from '../record/act-words.ts'
import { say } from './ledger.ts'

/**
 * What other states recommended to one in the Universal Periodic Review that counts for the norm. None carries a norm
 * of its own: nothing is told where no words are assigned to this one, or none of them is said.
 */
export const recommendationsSection = async (audit: Audit, state: string): Promise<readonly ReportSection[]> => {
  const { world, norm, ledger } = audit
  const { over, all, unattributed } = await loadRecommendations(world, state, norm)
  if (over.length === 0) return []
  const assigned = over.flatMap(({ byWord }) => [...byWord.decidedBy])
  await ledger.load(over.flatMap(({ decidedBy }) => [...decidedBy]))
  const words = [...new Set(over.map(({ byWord }) => byWord.word))].toSorted()
  const opening: readonly Sentence[] = [
    say(
      `Of ${counted(all, 'recommendation')} to ${nameOf(audit, state)} that ${all === 1 ? 'is' : 'are'} recorded, ` +
        `${over.length} ${over.length === 1 ? 'says' : 'say'} a word that is assigned to the norm ` +
        `(${listWords(words)}); of ${unattributed} nobody knows over what ` +
        `${unattributed === 1 ? 'it is' : 'they are'}.`,
      ledger.events(assigned),
    ),
  ]
  const items = over.map(({ decidedBy }) =>
    actSentences(
      audit,
      decidedBy.filter((id) => !assigned.includes(id)),
    ),
  )
  return [
    {
      id: 'recommendations',
      heading: 'What other states recommended',
      blocks: [
        { kind: 'paragraph', sentences: opening },
        { kind: 'list', items },
      ],
    },
  ]
}
