import { linkTo } from '../address/navigate.ts'
import { baseUrl } from '../ask/v1.ts'
import { el } from '../elements/element.ts'

/** What is said of a log in which nothing is recorded: how something comes into it. */
export const emptyLog = (): readonly HTMLElement[] => [
  el('h2', {}, 'Nothing is recorded yet'),
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
