import { linkTo } from '../address/navigate.ts'
import { baseUrl } from '../ask/v1.ts'
import type { Names } from '../ask/names.ts'
import { el } from '../elements/element.ts'

/** Whether nothing in the log has a name: nothing is recorded. */
export const isEmptyLog = ({ states, treaties, norms, organisations }: Names): boolean =>
  [states, treaties, norms, organisations].every((list) => list.length === 0)

/** What a view says of a log in which nothing is recorded, beneath its title. */
export const emptyLog = (): readonly HTMLElement[] => [el('h2', {}, 'Nothing is recorded yet'), ...howItIsFilled()]

/** How something comes into a log in which nothing is recorded. */
export const howItIsFilled = (): readonly HTMLElement[] => [
  el(
    'p',
    {},
    'This log is empty. What comes with normtrail (treaties, states and organisations, each act with its source) is ' +
      'brought in by one command, in the folder that this server serves:',
  ),
  el('pre', { class: 'command', tabindex: 0 }, el('code', {}, 'normtrail import bundled')),
  el(
    'p',
    {},
    'Then load this page again. Single events are recorded ',
    el('a', linkTo({ log: '' }), 'in the log'),
    ', with a token, or over HTTP as ',
    el('a', { href: `${baseUrl}/v1/docs` }, 'its documentation'),
    ' says.',
  ),
]
