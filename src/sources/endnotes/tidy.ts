const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const gluedDay = new RegExp(`\\b(\\d{1,2}) ?- ?(?=(?:${months})\\b)`, 'g')
const gluedYear = new RegExp(`\\b(${months}) ?- ?(?=\\d{4}\\b)`, 'g')
const nearMonth = new RegExp(`\\b(\\d{1,2})(?=(?:${months}) ?\\d{4}\\b)`, 'g')
const nearYear = new RegExp(`\\b(\\d{1,2} (?:${months}))(?=\\d{4}\\b)`, 'g')

/**
 * The text of a note with its days as they are written elsewhere: the depositary's files have a hyphen where a space
 * that must not break stood (`28-December 1949`), and now and then no space at all (`29 November1978`).
 */
export const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(gluedDay, '$1 ')
    .replace(gluedYear, '$1 ')
    .replace(nearMonth, '$1 ')
    .replace(nearYear, '$1 ')
    .replace(/Viet-Nam/g, 'Viet Nam')
    .trim()
