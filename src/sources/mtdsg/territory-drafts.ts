import type { Yield } from '../importer/draft.ts'
import type { Taking } from './taking.ts'
import { dayAfter } from './written-date.ts'

/**
 * To which territories a party extended the treaty, as one notification each: the territories are named together, as
 * the depositary names them.
 */
export function* territoryDrafts(taking: Taking): Generator<Yield> {
  for (const { participant, notes, received, territories } of taking.document.territories) {
    const rows = taking.next()
    const day = dayAfter(received, '^')
    if (day === undefined || territories.text === '' || !taking.isKnown(participant)) {
      yield { rows, skipped: 'no-value', detail: `${taking.file}, ${participant}: no day, or no territory` }
      continue
    }
    yield taking.draft(rows, 'TerritorialApplicationExtended', {
      actor: participant,
      occurred: day,
      fact: `territory/${day}/${territories.text}`,
      data: { territory: territories.text },
      locator: taking.locator(participant, [...notes, ...territories.notes], received),
    })
  }
}
