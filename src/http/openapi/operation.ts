/** One method of one path, as the document describes it. */
export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly security?: readonly object[]
  readonly parameters: readonly object[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string | number, object>>
  /** Requests that can be made as they are, of a server that holds what comes with normtrail. */
  readonly 'x-examples'?: readonly string[]
}

export type Paths = Readonly<Record<string, Readonly<Partial<Record<'get' | 'post', Operation>>>>>
