/** Lines that define invented states, such as Toyland a (`toya`), each of them in a state system from a day on. */
export const toyStates = (
  letters: readonly string[],
  { sources, since, system }: { readonly sources: readonly object[]; readonly since: string; readonly system: string },
): readonly object[] =>
  letters.flatMap((state) => [
    {
      stream: `state-toy${state}`,
      type: 'ActorDefined',
      sources,
      data: { actor: `toy${state}`, name: `Toyland ${state}`, kind: 'state' },
    },
    {
      stream: `state-toy${state}`,
      type: 'StateEntered',
      occurred: since,
      sources,
      data: { actor: `toy${state}`, system },
    },
  ])

/** Lines that found an invented organisation, such as `toyo1`, with full members from that day on. */
export const toyOrganisation = (
  igo: string,
  members: readonly string[],
  { sources, since }: { readonly sources: readonly object[]; readonly since: string },
): readonly object[] => [
  {
    stream: `igo-${igo}`,
    type: 'IgoFounded',
    occurred: since,
    sources,
    data: { igo, name: `Toy organisation ${igo.replace('toyo', 'o')}` },
  },
  ...members.map((state) => ({
    stream: `igo-${igo}`,
    type: 'MembershipStarted',
    occurred: since,
    sources,
    data: { actor: `toy${state}`, kind: 'full' },
  })),
]
