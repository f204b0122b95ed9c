/**
 * Official languages, by ISO 639-3, each by the constitution or law that states it: official, or state, national or
 * working language where the law has that word for it.
 *
 * They are not complete, and no source claims that they are. Left out are states whose law states none (the United
 * Kingdom, Japan), whatever is spoken there; those of which no article could be cited; and what has no code of its own
 * (Comorian, Tamazight in Algeria). Where many are official, some are told (Bolivia has 36).
 */
import type { ClassEntry } from '../entry.ts'
import { africa } from './africa.ts'
import { americas } from './americas.ts'
import { asia } from './asia.ts'
import type { LanguageEntry } from './entry.ts'
import { europe } from './europe.ts'
import { languageNames } from './names.ts'
import { oceania } from './oceania.ts'

const entriesOf = ({ actor, law, at, languages: official }: LanguageEntry): readonly ClassEntry[] =>
  official
    .map((language) => (typeof language === 'string' ? { code: language } : language))
    .map(({ code, ...days }) => ({
      classification: 'official-language',
      class: code,
      label: languageNames[code],
      actor,
      ...days,
      source: { citation: law, ...(at !== undefined && { locator: at }), kind: 'organisation' },
    }))

export const languages: readonly ClassEntry[] = [...africa, ...americas, ...asia, ...europe, ...oceania].flatMap(
  entriesOf,
)
