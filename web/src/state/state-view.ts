import { el, fill } from '../elements/element.ts'
import { titled, type View } from '../shell/shell.ts'

export const stateView: View = (host) => {
  titled('state')
  fill(host, el('h1', {}, 'state'))
}
