/** What a user gave, by the name of the field: texts, and true for a flag. */
export type Given = Readonly<Record<string, string | boolean | undefined>>

/** How a face writes a field: as a flag, as `asOf`, as `<state>`. */
export type FieldLabel = (field: string) => string
