import { coverageText } from '../question/coverage-fields.ts'
import type { Echo } from '../question/echo.ts'
import { echoText } from '../question/echo.ts'
import { counted } from '../question/output-fields.ts'
import { firstFew } from '../../text/shorten.ts'
import type { AccessionAnswer, StateAccession, Study } from './accession-answer.ts'

/** `12 settled, 3 candidate`. */
const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([word, count]) => `${count} ${word.replaceAll('|', ' or ')}`)
    .join(', ') || 'none'

const entryText = ({ entry, reason, certainty }: StateAccession['on'][number]): string =>
  `${entry}${reason === null ? '' : ` (${reason})`}${certainty === 'possible' ? '?' : ''}`

const spellText = (spell: StateAccession['spells'][number]): string =>
  `${entryText(spell)} ${spell.from ?? '…'} to ${spell.to ?? '…'}` +
  `${spell.entry === 'candidate' && spell.openedBy !== null ? ` by ${spell.openedBy}` : ''}`

const withIds = (ids: readonly string[], isLong: boolean): string => (isLong ? ` [${ids.join(' ')}]` : '')

const stateText = (one: StateAccession, isLong: boolean): readonly string[] => {
  const spells = one.spells.filter(({ entry, isMember }) => isMember || entry !== 'unknown')
  return [
    `  ${one.state.padEnd(6)} ${one.on.map(entryText).join(' or ') || 'unknown'} · ${one.name}`,
    ...spells.map((spell) => `      ${spellText(spell)}${withIds(spell.decidedBy, isLong)}`),
    ...one.acts.map(
      ({ on, step, outcome, by, decidedBy }) =>
        `      · ${on} ${[step, outcome ?? [], by === null ? [] : `(${by})`].flat().join(' ')}` +
        withIds(decidedBy, isLong),
    ),
    ...one.conditions.map(
      ({ condition, norm, from, to, outcome, isOpen, decidedBy }) =>
        `      condition ${isOpen ? 'open' : (outcome ?? 'not open')} ${from} to ${to ?? '…'}: ${condition}` +
        `${norm === null ? '' : ` (norm ${norm})`}${withIds(decidedBy, isLong)}`,
    ),
  ]
}

const number = (value: number | null): string => (value === null ? '-' : value.toFixed(3))

type Summary = Study['states'][number]['phases'][number]

/** By how much it changed from the phase before, over those that have both. */
const changeText = ({ change, changeOf }: Summary, ofMany: boolean): string => {
  if (change === null) return ''
  const signed = `${change > 0 ? '+' : ''}${change.toFixed(3)}`
  return `; ${signed} from the phase before${ofMany ? ` (${changeOf} that have both)` : ''}`
}

const summaryText = (one: Summary, ofMany: boolean): string =>
  `${one.phase.padEnd(10)} ${number(one.mean).padStart(7)}  slope ${number(one.slope).padStart(7)}  n ` +
  `${one.years}${ofMany ? ` of ${counted(one.states, 'state')}` : ''}${changeText(one, ofMany)}`

const studyText = (study: Study): readonly string[] => {
  const since = study.from === null ? '' : `since ${study.from}, `
  const scores = study.lastScored === null ? `no scores to ${study.to}` : `scores to ${study.lastScored}`
  const range = `${since}${scores}`
  return [
    `  distance |own − mean of the other members| of ${study.score}, on 31 December (${range}; before: ` +
      `${study.before} years)`,
    ...(study.pooled === null
      ? []
      : [
          `  ${counted(study.entrants.length, 'entrant')} together, each about its own mean:`,
          ...study.pooled.map((one) => `    ${summaryText(one, true)}`),
        ]),
    ...study.states.flatMap(({ state, isEntrant, phases }) => [
      `  ${state}${isEntrant ? '' : ' (no entrant)'}`,
      ...phases.filter(({ years }) => years > 0).map((one) => `    ${summaryText(one, false)}`),
    ]),
    `  not studied: founders ${study.founders.length} (${firstFew(study.founders, 30) || 'none'}), members whose ` +
      `entry is unknown ${study.unknown.length} (${firstFew(study.unknown, 30) || 'none'})`,
    `  years without a distance: ${countsText(study.missing)}`,
    `  instrumental: ${study.reading.instrumental}`,
    `  intrinsic: ${study.reading.intrinsic}`,
    `  ${study.reading.caution}`,
  ]
}

/** The way of each state; with a study the distances in its place, for which there would be no room else. */
export const accessionText = (answer: AccessionAnswer & Echo<'asked'>): string => {
  const { igo, name, line, probation, states, count, unknown, coverage, applications, study } = answer
  const before = line.filter((one) => one !== igo)
  const isLong = states.length === 1
  return [
    `${igo} · ${name} · ${echoText(answer)} · ${countsText(count)}`,
    `  memberships: ${coverageText(coverage)}`,
    `  applications: ${coverageText(applications)}` +
      `${applications.state === 'none' ? '; a member without one that is known is unknown, never settled' : ''}`,
    `  probation ${counted(probation, 'year')}` +
      `${before.length === 0 ? '' : `; what began in ${before.join(', ')} goes on`}` +
      `${Object.keys(unknown).length === 0 ? '' : `; unknown: ${countsText(unknown)}`}`,
    ...(study === undefined || isLong ? states.flatMap((one) => stateText(one, isLong)) : []),
    ...(study === undefined ? [] : studyText(study)),
  ].join('\n')
}
