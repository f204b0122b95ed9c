import { optionalClausesOf } from './optional-clauses.ts'
import { hasLostNumber, provisionsIn, provisionsReserved } from './provisions.ts'
import type { StatementSegment } from './segments.ts'

/** What a text says that it is. */
export type Class =
  | { readonly is: 'reservation'; readonly provisions: readonly string[] }
  | { readonly is: 'declaration'; readonly kind: DeclarationKind; readonly provisions: readonly string[] }

export type DeclarationKind = 'interpretative' | 'optionalClause' | 'territorial' | 'political' | 'unclassified'

const reserves = new RegExp(
  String.raw`\b(?:does|do|shall|will|is|are) not (?:consider|regard|deem|hold)(?: itself|` +
    String.raw` themselves)?(?: as| to be)?(?: being)? bound\b|\b(?:subject to|makes?|` +
    'enters?|with|entertains?|formulates?)(?: (?:a|the|its|following|certain|' +
    String.raw`express))* reservations?\b|\breserves? (?:the|its) right\b|` +
    String.raw`\bnot accept (?:the )?(?:terms|provisions) of\b|\bdeclares? its reservation\b`,
  'i',
)
const interprets = new RegExp(
  String.raw`\binterprets?\b|\bunderst(?:ands?|ood|anding)\b|` +
    String.raw`\bshall be (?:understood|interpreted)\b|\binterpretation of\b.*\bis that\b`,
  'i',
)
const territories = new RegExp(
  String.raw`\b(?:shall|will|does|do) (?:also |not )*(?:appl(?:y|icable)|extend)[^.]{0,40}\b(?:to|` +
    String.raw`in) (?:the )?[^.]{0,80}\b(?:territor|Islands?|Greenland|Hong Kong|Macau|Macao|Antilles|` +
    'Aruba|Tokelau|Isle of Man|Guernsey|Jersey|Gibraltar|Surinam|New Guinea|provinces?)',
  'i',
)
const politics = new RegExp(
  String.raw`\brecogni[sz](?:e|ing|tion)\b[^.]{0,60}\b(?:Israel|Republic of Cyprus|Cyprus)\b|` +
    String.raw`\b(?:does not|shall (?:in no way|not)|in no way|not) (?:\w+ )?(?:imply|impl(?:y|ies)|` +
    String.raw`signify|mean|amount to|constitute)[^.]{0,40}\brecognition\b|` +
    String.raw`\boccupied by the Republic of Armenia\b|\b(?:outdated|` +
    'colonial|dependen(?:ce|t) (?:of|territor))',
  'i',
)
const acceptsCompetence =
  /\b(?:recogni[sz]es?|accepts?)\b[^.]{0,80}\b(?:competence|jurisdiction)\b|\bdeclares? that it recogni[sz]es\b/i
const refuses = /\b(?:does|do|shall|will) not (?:recogni[sz]e|accept)\b|\bwithout recogni[sz]ing\b/i

const wordsIn = (titles: readonly string[]) => {
  const said = titles.join(' ')
  return {
    reservation: /\breserv\w*/i.test(said),
    declaration: /\bd[eé]?clar\w*|\bstatements?\b/i.test(said),
    understanding: /\bunderstanding|\binterpretative|\binterpretation/i.test(said),
    pointer: /\[same\b/i.test(said),
  }
}

const acceptsOne = (text: string, isUnderArticle: boolean): boolean =>
  acceptsCompetence.test(text) && !refuses.test(text) && (isUnderArticle || !reserves.test(text))

/**
 * What a text says of itself: by its headings first, by the words of law in it where no heading tells. A text that is
 * headed as several things at once, or by whose words nothing is told, is not classified. A plain "Declaration" says
 * nothing of its effect: what it declares decides.
 */
export const classOf = (segment: StatementSegment, code: string, isUnderArticle: boolean): Class => {
  const { titles, text } = segment
  const words = wordsIn(titles)
  const named = titles.flatMap(provisionsIn)
  const provisions = named.length > 0 ? named : provisionsIn(text)
  const declaration = (kind: DeclarationKind, of = provisions): Class => ({ is: 'declaration', kind, provisions: of })
  if (words.pointer || (words.reservation && (words.declaration || words.understanding)))
    return declaration('unclassified', named)
  const reserved = named.length > 0 ? named : provisionsReserved(text, reserves)
  // Without its articles it would be one to all of them.
  const isLost = reserved.length === 0 && hasLostNumber(text)
  if (words.reservation) return isLost ? declaration('unclassified') : { is: 'reservation', provisions: reserved }
  if (words.understanding) return declaration('interpretative')
  const optional = optionalClausesOf(code, provisions)
  if (optional.length > 0 && acceptsOne(text, isUnderArticle)) return declaration('optionalClause', optional)
  if (!words.declaration && !isLost && reserves.test(text)) return { is: 'reservation', provisions: reserved }
  if (politics.test(text)) return declaration('political', named)
  if (territories.test(text)) return declaration('territorial', named)
  if (interprets.test(text) && !reserves.test(text)) return declaration('interpretative')
  return declaration('unclassified')
}
