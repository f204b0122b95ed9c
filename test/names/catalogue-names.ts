import { catalogueEvents } from '../../catalogue/events.ts'
import { Names, type Meaning, type Subject, type SubjectKind } from '../../src/names/names.ts'
import { ALWAYS, FOREVER } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'

const kinds: Readonly<Record<string, SubjectKind>> = {
  ActorDefined: 'state',
  TreatyConcluded: 'treaty',
  IgoFounded: 'igo',
  NormDefined: 'norm',
}

/** The names of the catalogue, straight from its events: no log, no database. */
export const catalogueNames = (): Names => {
  const subjects: Subject[] = []
  const meanings: Meaning[] = []
  for (const { stream, event } of catalogueEvents()) {
    const [family = '', ...rest] = stream.split('-')
    const id = rest.join('-')
    const data = event.data as Readonly<Record<string, string | undefined>>
    const kind = kinds[event.type]
    if (kind !== undefined) subjects.push({ kind, id, name: data['name'] ?? data['title'] ?? id })
    if (event.type === 'IdentifierMapped')
      meanings.push({
        kind: family as SubjectKind,
        subject: id,
        scheme: data['scheme'] ?? '',
        code: data['code'] ?? '',
        from: data['from'] === undefined ? ALWAYS : parseDate(data['from']).lo,
        to: data['to'] === undefined ? FOREVER : parseDate(data['to']).lo,
      })
  }
  const ofKind =
    <T extends { readonly kind: SubjectKind }>(all: readonly T[]) =>
    (kind: SubjectKind): readonly T[] =>
      all.filter((one) => one.kind === kind)
  return new Names({ subjects: ofKind(subjects), meanings: ofKind(meanings) })
}
