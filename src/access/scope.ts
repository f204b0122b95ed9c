/** What a token allows, from least to most. */
export const scopes = ['read', 'append', 'correct', 'review', 'admin'] as const

export type Scope = (typeof scopes)[number]

/** Whether a text is a scope. */
export const isScope = (text: string): text is Scope => (scopes as readonly string[]).includes(text)

/** Whether these scopes allow what another one does: each implies `read`, and `admin` implies all. */
export const allows = (held: readonly Scope[], needed: Scope): boolean =>
  held.includes('admin') || held.includes(needed) || (needed === 'read' && held.length > 0)
