import type { Question } from '../question/question.ts'
import { netdiffuserEdges } from './netdiffuser-edges.ts'
import { netdiffuserToa } from './netdiffuser-toa.ts'
import { networkAdoptions } from './network-adoptions.ts'
import { networkEdges } from './network-edges.ts'
import { networkGexf } from './network-gexf.ts'

/** What is exported as networks, in the order in which help lists it. */
export const networks: readonly Question[] = [
  networkGexf,
  networkEdges,
  netdiffuserEdges,
  netdiffuserToa,
  networkAdoptions,
]
