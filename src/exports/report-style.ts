import { hash } from 'node:crypto'

interface Palette {
  readonly paper: string
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly link: string
  /** Behind what a link has just led to. */
  readonly mark: string
}
const light: Palette = {
  paper: '#fffefb',
  ink: '#1d2327',
  quiet: '#535d63',
  line: '#cfcdc5',
  link: '#14535d',
  mark: '#fff3c4',
}
const dark: Palette = {
  paper: '#14181a',
  ink: '#e8e6e1',
  quiet: '#a9b3b8',
  line: '#414b50',
  link: '#7fced9',
  mark: '#4a4113',
}
const printed: Palette = {
  paper: '#ffffff',
  ink: '#000000',
  quiet: '#333333',
  line: '#999999',
  link: '#000000',
  mark: '#ffffff',
}

/** Everything that has a colour. */
const coloured = ({ paper, ink, quiet, line, link, mark }: Palette): string => `
  body { background: ${paper}; color: ${ink}; }
  a { color: ${link}; }
  .named, .terms, .cites, .n, .kind, .back, summary { color: ${quiet}; }
  .named, .terms, .drawing, tbody tr + tr > * { border-color: ${line}; }
  table, thead th { border-color: ${ink}; }
  .box:focus-visible { outline-color: ${link}; }
  :target { background: ${mark}; }
  section:target { background: none; }
`

/**
 * How a report looks: as a page of a book, on a screen light or dark, on a phone, on paper. Lines of text are at most
 * some 70 characters long; a table that is wider than a phone moves in a box of its own. On paper links have the colour
 * of text, and the ways back from a reference are left out.
 */
export const style = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
html { text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 42rem;
  font: 1.0625rem/1.55 Georgia, 'Liberation Serif', 'Times New Roman', serif; overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.2em 0 0.6em; text-wrap: balance; }
h1 { font-size: 1.75rem; margin-top: 0; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.1rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul, ol { margin: 0 0 1em; }
ul, ol { padding-left: 1.6em; }
li { margin-bottom: 0.4em; }
a { text-underline-offset: 0.15em; }
.day, .word { white-space: nowrap; }
code {
  font: 0.86em/1.4 ui-monospace, 'Liberation Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace;
  overflow-wrap: anywhere;
}
.lead { font-size: 1.15rem; }
.named, .contents, .terms, figcaption, .references ol, table {
  font-family: system-ui, 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif;
}
.named, .terms { font-size: 0.85rem; overflow-wrap: anywhere; }
.named { border-bottom: 1px solid; padding-bottom: 1.2em; }
.terms { border-top: 1px solid; margin-top: 2.5rem; padding-top: 1em; }
.contents { font-size: 0.9rem; }
.contents ol { list-style: none; padding-left: 0; }
.contents ol ol { padding-left: 1.4em; margin: 0.3em 0 0; }
.contents details { padding-left: 1.4em; }
.contents summary { cursor: pointer; padding: 0.2em 0; }
.contents details ol { columns: 14rem; padding-left: 0; }
.cites { font: 0.78em/1 system-ui, 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif; }
.cites a { text-decoration: none; }
.cites a:hover, .cites a:focus { text-decoration: underline; }
figure { margin: 1.8em 0; }
h2 + figure, h3 + figure, h4 + figure { margin-top: 1em; }
figcaption { font-size: 0.9rem; line-height: 1.45; margin-bottom: 0.7em; }
.box { overflow-x: auto; }
.box:focus-visible { outline: 2px solid; outline-offset: 2px; }
table {
  border-collapse: collapse; width: 100%; font-size: 0.86rem; line-height: 1.4;
  font-variant-numeric: tabular-nums; border-top: 2px solid; border-bottom: 2px solid;
}
th, td { padding: 0.35em 1.2em 0.35em 0; text-align: left; vertical-align: top; min-width: 4.5em; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1px solid; vertical-align: bottom; }
tbody th { font-weight: normal; }
tbody tr + tr > * { border-top: 1px solid; }
.number { text-align: right; min-width: 0; }
.number + :not(.number) { padding-left: 0.8em; }
.drawing { background: #ffffff; border: 1px solid; }
.drawing svg { display: block; width: 100%; height: auto; }
.phone { display: none; }
@media screen and (max-width: 36rem) {
  .paper { display: none; }
  .phone { display: block; }
}
.references ol { padding-left: 0; list-style: none; font-size: 0.86rem; line-height: 1.45; }
.references li { display: grid; grid-template-columns: minmax(2.6rem, max-content) 1fr; margin-bottom: 0.7em; }
.references li > * { min-width: 0; overflow-wrap: anywhere; }
.n { font-variant-numeric: tabular-nums; padding-right: 0.5em; }
.back a { padding: 0 0.2em; }
:target { scroll-margin-top: 1rem; }
${coloured(light)}
@media screen and (prefers-color-scheme: dark) {${coloured(dark)}}
@media print {
  :root { color-scheme: light; }
  ${coloured(printed)}
  @page { margin: 22mm 20mm; @bottom-center { content: counter(page); font: 8.5pt sans-serif; } }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.4; orphans: 3; widows: 3; }
  h1 { font-size: 17pt; }
  h2 { font-size: 13pt; }
  h3 { font-size: 11.5pt; }
  .lead { font-size: 11.5pt; }
  table, .references ol, figcaption, .named, .terms { font-size: 8.5pt; }
  a { text-decoration: none; }
  .contents, .back { display: none; }
  .box { overflow: visible; }
  th, td { min-width: 0; padding-right: 0.8em; overflow-wrap: anywhere; }
  .wide { font-size: 7pt; }
  .wide .day { white-space: normal; }
  .drawing { border: none; }
  h1, h2, h3, h4, h5, h6, figcaption { break-after: avoid; }
  figure, .drawing, tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
}
`

/**
 * What a browser may do with a report: show it, in this style. It runs no script, and asks no host for anything. The
 * element `meta` knows no `frame-ancestors`; a server adds it.
 */
export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
