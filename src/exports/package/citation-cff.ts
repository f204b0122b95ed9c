import type { UsedSource } from '../../queries/holdings/cited-in.ts'
import { isWebAddress } from '../report-citations.ts'
import { licenceWords } from '../terms.ts'
import type { PackageOf } from './package-of.ts'
import { descriptionOf } from './sayings.ts'
import { yearIn } from './sources-bib.ts'

/** A value of YAML: text always in quotes, as JSON has them, which YAML reads alike. */
const quoted = (text: string): string => JSON.stringify(text)

/** “Author. 2020. Title” */
const beforeTheYear = /^(.+?)\. \(?\d{4}\)?\. /
/** “Marshall, M. G. & Gurr, T. R., Title”: up to the last of several, with what follows of initials. */
const several = /^([^&]{1,200} & [^,&]+(?:, (?:\p{Lu}\. ?)+)?), /u
/** “United Nations, Title” */
const beforeTheComma = /^([^,]+)/

/**
 * Who stands first in a citation: what comes before the year, the names up to the last of several, or else what comes
 * before the first comma. The whole citation is the title, so that nothing is lost by it.
 */
export const authorIn = (citation: string): string => {
  const found = [beforeTheYear, several, beforeTheComma].map((form) => form.exec(citation)?.[1]?.trim())
  return found.find((one) => one !== undefined && one !== '') ?? citation
}

const referenceOf = (source: UsedSource): string => {
  const { citation, url, version, published, kind } = source
  const year = yearIn(published)
  return [
    `  - type: ${kind === 'dataset' ? 'data' : 'generic'}`,
    `    title: ${quoted(citation)}`,
    '    authors:',
    `      - name: ${quoted(authorIn(citation))}`,
    ...(version === undefined ? [] : [`    version: ${quoted(version)}`]),
    ...(year === undefined ? [] : [`    year: ${year}`]),
    ...(url !== undefined && isWebAddress(url) ? [`    url: ${quoted(url)}`] : []),
    `    notes: ${quoted(`Source ${source.id}. ${licenceWords(source)}`)}`,
  ].join('\n')
}

/** How to cite a package: Citation File Format 1.2.0, with every source as a reference. */
export const citationCff = (of: PackageOf): string => {
  const { release, recipe, sources } = of
  return [
    'cff-version: 1.2.0',
    `message: ${quoted('Cite this table by its release, and every source that it rests on.')}`,
    'type: dataset',
    `title: ${quoted(recipe.title)}`,
    `abstract: ${quoted(descriptionOf(of))}`,
    'authors:',
    ...recipe.authors.map((name) => `  - name: ${quoted(name)}`),
    `version: ${quoted(release.releaseId)}`,
    `date-released: ${quoted(release.asKnownAt.slice(0, 10))}`,
    'identifiers:',
    '  - type: other',
    `    value: ${quoted(`urn:normtrail:release:${release.releaseId}`)}`,
    `    description: ${quoted('The release: the same id means the same bytes')}`,
    ...(sources.length === 0 ? [] : ['references:', ...sources.map(referenceOf)]),
    '',
  ].join('\n')
}
