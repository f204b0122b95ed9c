import type { EventDefinition } from '../define.ts'
import { familiesOf, payloadRows } from './describe.ts'
import { draftLine } from '../envelope.ts'
import { exampleOf } from './example.ts'
import { isSaidByNormtrail } from '../registry.ts'
import { schemaNode } from './schema-node.ts'

const preface = `# Events

Every type of event that a log can hold, with its fields: \
made from the definitions that \`normtrail append\` checks lines against, \
as
\`normtrail schema <type>\` is. [record.md](record.md) says how events are recorded, \
[glossary.md](glossary.md) what the words mean.
`

const asListed = (text: string): string => text.replaceAll('<', String.raw`\<`)

/** The fields of every line, whatever its type. */
const lineSection = (): string => {
  const { properties = {}, required = [] } = schemaNode(draftLine)
  return [
    '## A line\n',
    'What every line has, whatever its type; `*` marks what must be ' +
      'there. `occurred` must be there but for definitions.\n',
    ...Object.entries(properties).map(
      ([name, { description = '' }]) => `- \`${name}\`${required.includes(name) ? ' *' : ''}: ${asListed(description)}`,
    ),
    '',
  ].join('\n')
}

/** What sets a type apart from the plain case: an act of the past, appended by anybody. */
const traitsOf = (definition: EventDefinition): string => {
  const families = familiesOf(definition).map((family) => `\`${family}-…\``)
  return [
    `Stands in ${families.join(', ')}`,
    `version ${definition.version}`,
    ...(definition.dated ? [] : ['a definition, without a date']),
    ...(definition.scheduled ? ['may lie ahead of its recording'] : []),
    ...(isSaidByNormtrail(definition) ? ['said by normtrail alone, never appended'] : []),
  ].join('; ')
}

const typeSection = (definition: EventDefinition): string =>
  [
    `### ${definition.type}\n`,
    `${definition.means}.\n\n${traitsOf(definition)}.\n`,
    ...payloadRows(definition).map(
      ({ field, takes, means }) =>
        `- \`${field.replace(' *', '')}\`${field.endsWith(' *') ? ' *' : ''} ` +
        `(${takes})${means === '' ? '' : `: ${asListed(means)}`}`,
    ),
    ...(isSaidByNormtrail(definition) ? [] : [`\n\`\`\`json\n${JSON.stringify(exampleOf(definition))}\n\`\`\``]),
    '',
  ].join('\n')

/** A page on every event type, by family, as Markdown: `docs/events.md`. */
export const eventsPage = (definitions: readonly EventDefinition[]): string => {
  const families = [...new Set(definitions.flatMap((definition) => familiesOf(definition).slice(0, 1)))]
  return [
    preface,
    lineSection(),
    ...families.flatMap((family) => [
      `## ${family}-…\n`,
      ...definitions.filter((definition) => familiesOf(definition)[0] === family).map(typeSection),
    ]),
  ].join('\n')
}
