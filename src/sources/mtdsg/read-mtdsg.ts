import { badInput } from '../../common/error.ts'
import { codeOfNumber } from '../../text/treaty-number.ts'
import type { MtdsgDocument } from './document.ts'
import { lettersOf } from './letters.ts'
import { headerIn, numberIn } from './read-header.ts'
import { notesIn } from './read-notes.ts'
import { participantsIn } from './read-participants.ts'
import { statementsIn, territoriesIn } from './read-statements.ts'
import { childAt, childrenOf, rootOf, textOf, type Element } from './xml.ts'

/**
 * Reads a file of the depositary, `IV-9.en.xml`, as a document; `name` is what errors call it.
 * It judges nothing: what a legend, a bracket or a sentence means is for who reads the document.
 * Throws `undecodable-text`, `bad-xml`, and `no-status-file` for XML that is something else.
 */
export const readMtdsg = (bytes: Uint8Array, name: string): MtdsgDocument => {
  const root = rootOf(lettersOf(bytes, name), name)
  const treaty = childAt(root, 'Treaty')
  const number = treaty === undefined ? '' : numberIn(treaty)
  const code = codeOfNumber(number)
  if (treaty === undefined || code === undefined)
    throw badInput('no-status-file', `<${root.tagName}> holds no instrument that has a number such as IV-9.`, {
      where: name,
      hint: 'Expected a status file of the depositary, <Document><Treaty>…, as it publishes one for each instrument.',
    })
  return {
    number,
    code,
    header: headerIn(treaty),
    participants: participantsIn(treaty),
    declarations: statementsIn(treaty, 'Declarations', 'Declaration'),
    objections: statementsIn(treaty, 'Objections', 'Objection'),
    declarationsUnderArticle: statementsIn(treaty, 'DeclarationsUnderArticle', 'Declaration'),
    notifications: statementsIn(treaty, 'Notifications', 'Notification'),
    territories: territoriesIn(treaty),
    endnotes: notesIn(treaty),
    unread: childrenOf(treaty)
      .filter(isUnread)
      .map(({ tagName }) => tagName),
  }
}

const read: ReadonlySet<string> = new Set([
  'Template',
  'Header',
  'Participants',
  'Declarations',
  'Objections',
  'DeclarationsUnderArticle',
  'Notifications',
  'TerritorialApplications',
  'EndNotes',
  'Footer',
])

const isUnread = (part: Element): boolean => !read.has(part.tagName) && textOf(part) !== ''
