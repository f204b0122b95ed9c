import { el, fill } from '../elements/element.ts'
import { titled, type View } from '../shell/shell.ts'

export const organisationView: View = (host) => {
  titled('organisation')
  fill(host, el('h1', {}, 'organisation'))
}
