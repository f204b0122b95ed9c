import type { ReadFact, Rule, Sentence } from '../end-note.ts'
import { isoDay } from '../written-day.ts'

/** What sets the cells of a table within a note apart. */
const cellEnd = ' | '
const aboutExits =
  /\b(?:denunciation of the|withdrawals? received|decision to withdraw from|decided to withdraw from)\b/
const notified = /^(?:Date of(?: the)? notification|Notification received on)/i
const takesEffect = /^(?:Date of effect|Effective date)/i

/** Notices that a note lists in a table of participants and days. */
export const listedWithdrawals: Rule = {
  name: 'listed-withdrawals',
  version: 1,
  reads:
    'Notifications of withdrawal received on the dates indicated ' +
    'hereinafter: a table of participants, days of notice and of effect',
  read: (_note, sentences) => {
    const rows = sentences.filter(({ text }) => text.includes(cellEnd))
    return rows.flatMap((header) => {
      const before = sentences.findLast((each) => each.paragraph < header.paragraph && !each.text.includes(cellEnd))
      const intro = sentences
        .filter((each) => each.paragraph === before?.paragraph)
        .map(({ text }) => text)
        .join(' ')
      const columns = header.text.split(cellEnd).map((cell) => cell.trim())
      const on = columns.findIndex((cell) => notified.test(cell))
      if (on < 1 || !aboutExits.test(intro)) return []
      const effect = columns.findIndex((cell) => takesEffect.test(cell))
      return rows
        .filter(({ paragraph }) => paragraph > header.paragraph)
        .flatMap((row) => readRow(intro, row, on, effect))
    })
  },
}

const readRow = (intro: string, { text }: Sentence, on: number, effect: number): readonly ReadFact[] => {
  const cells = text.split(cellEnd).map((cell) => cell.replace(/\*|\.$/g, '').trim())
  const [actor = ''] = cells
  const occurred = isoDay(cells[on] ?? '')
  const effective = isoDay(cells[effect] ?? '')
  if (actor === '' || occurred === undefined || (effective !== undefined && effective < occurred)) return []
  const fact = { type: 'TreatyWithdrawalNotified', actor, occurred, sentence: `${intro} ${cells.join(' | ')}` }
  return [effective === undefined ? fact : { ...fact, effective, data: { statedEffective: effective } }]
}
