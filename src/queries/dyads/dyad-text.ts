import { counted } from '../question/output-fields.ts'
import { coverageText } from '../question/coverage-fields.ts'
import type { Echo } from '../question/echo.ts'
import { echoText } from '../question/echo.ts'
import type { ClassesOut, DyadAnswer, TiesOut } from './dyad-output.ts'
import { standIn } from './structure.ts'

type Found = Pick<TiesOut, 'answer' | 'reason' | 'reach' | 'by'>

const becauseOf = (reason: Found['reason']): string =>
  reason === 'not-recorded' ? 'nobody has recorded it' : 'no source covers it'

/** What is found in words: that of which there is something says what. */
const foundText = (name: string, { answer, reason, reach, by }: Found, told: string): string => {
  const whose = by.length === 0 ? '' : ` (${by.join(', ')}${reach === 'covered' ? '' : `: ${reach}`})`
  const says = { yes: told, possible: `possibly ${told}`, no: 'none', unknown: `unknown: ${becauseOf(reason)}` }
  return `  ${name}: ${says[answer]}${whose}`
}

const tiesText = (name: string, found: TiesOut): string =>
  foundText(
    name,
    found,
    found.ties
      .map(({ type, since, certainty, assumed }) => {
        const notes = [...(certainty === 'possible' ? ['possible'] : []), ...(assumed ? ['assumed'] : [])]
        const when = since === null ? '' : ` since ${since}`
        return `${type ?? 'yes'}${when}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
      })
      .join('; '),
  )

const classesText = (name: string, found: ClassesOut): string =>
  foundText(name, found, found.shared.map(({ label, assumed }) => `${label}${assumed ? ' (assumed)' : ''}`).join('; '))

const sharedText = ({ sharedIgos: { count, min, max, untold, reason } }: DyadAnswer): string => {
  if (count === null) return `shared organisations: unknown: ${becauseOf(reason)}; at least ${min}`
  const bounds = min === max ? '' : ` (${min} to ${max})`
  const more = untold === 0 ? '' : `; of ${untold} more a source cannot tell`
  return `${counted(count, 'shared organisation')}${bounds}${more}`
}

const structuredText = ({ sharedIgos: { structured } }: DyadAnswer): string =>
  structured.count === null
    ? `  structured: unknown: ${becauseOf(structured.reason)}`
    : `  ${structured.count} of them structured, of ${structured.unknown} nobody says (${standIn})`

const capabilitiesText = ({ capabilities: { a, b, ratio, reason, reach } }: DyadAnswer): string => {
  if (a.value === null && b.value === null) return `  CINC: unknown: ${becauseOf(reason)}`
  const values = [a, b].map(({ value }) => value ?? 'unknown').join(' and ')
  const notes = [
    ...(ratio === null ? [] : [`ratio ${ratio.toFixed(2)}`]),
    ...(reason === null ? [] : [becauseOf(reason)]),
    ...(reach === 'covered' || reach === 'not-recorded' ? [] : [reach]),
  ]
  return `  CINC: ${values}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
}

/** A dyad as a person reads it in a terminal. */
export const dyadText = (found: DyadAnswer & Echo<'asked'>): string =>
  [
    `${found.a.state} · ${found.b.state} · ${echoText(found)} · ${sharedText(found)}`,
    `  ${coverageText(found.sharedIgos.coverage)}`,
    structuredText(found),
    tiesText('contiguity', found.contiguity),
    tiesText('alliances', found.alliances),
    classesText('official languages shared', found.languages),
    classesText('sub-region shared', found.region),
    foundText('former metropole shared', found.metropole, found.metropole.shared.map(({ name }) => name).join('; ')),
    capabilitiesText(found),
    ...found.sharedIgos.organisations.map(
      ({ igo, name, certainty, structure }) =>
        `  ${igo.padEnd(12)} ${structure.padEnd(13)} ${certainty === 'possible' ? '(possible) ' : ''}${name}`,
    ),
  ].join('\n')
