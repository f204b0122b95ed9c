import { htmlText } from '../html.ts'
import { policy, style } from '../report-style.ts'
import { element, type XmlElement } from '../xml.ts'
import type { CodebookEntry } from './codebook-entries.ts'
import type { CodebookPage } from './codebook-page.ts'

const paragraph = (text: string): XmlElement => element('p', {}, text)

const identifiers = ({ head, rows }: CodebookPage['identifiers']): XmlElement =>
  element(
    'div',
    { class: 'box', role: 'region', 'aria-label': 'Which row it is', tabindex: 0 },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
      element(
        'tbody',
        {},
        ...rows.map(([name = '', ...cells]) =>
          element('tr', {}, element('th', { scope: 'row' }, name), ...cells.map((cell) => element('td', {}, cell))),
        ),
      ),
    ),
  )

const entry = ({ name, type, says, facts }: CodebookEntry): XmlElement =>
  element(
    'section',
    { id: `column-${name}` },
    element('h3', {}, `${name} (${type})`),
    paragraph(says),
    element('ul', {}, ...facts.map(([term, told]) => element('li', {}, element('strong', {}, term), `: ${told}`))),
  )

const headOf = ({ title, program }: CodebookPage): XmlElement =>
  element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'generator', content: `normtrail ${program}` }),
    element('title', {}, title),
    element('style', {}, style),
  )

/** A codebook as one file of HTML, which runs no script and asks no host for anything. */
export const codebookHtml = (page: CodebookPage): string => {
  const main = element(
    'main',
    {},
    element('h1', {}, page.title),
    ...page.paragraphs.map(paragraph),
    element('h2', {}, 'Which row it is'),
    identifiers(page.identifiers),
    element('h2', {}, 'Columns'),
    ...page.columns.map(entry),
    element('h2', {}, 'Sources'),
    element(
      'ul',
      {},
      ...page.sources.map(([id, told]) => element('li', { id: `source-${id}` }, element('code', {}, id), `: ${told}`)),
    ),
  )
  const language = { lang: 'en', xmlns: 'http://www.w3.org/1999/xhtml' }
  return `<!DOCTYPE html>\n${htmlText(element('html', language, headOf(page), element('body', {}, main)))}`
}
