import { el, fill } from '../elements/element.ts'

/** What the column of why says before anything is chosen. */
export const inviteWhy = (column: HTMLElement): void =>
  fill(column, el('h2', {}, 'Why'), el('p', { class: 'note' }, 'Choose a status in the table to read why it stood so.'))
