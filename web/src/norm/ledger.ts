import type { Address } from '../address/address.ts'
import { el } from '../elements/element.ts'

/** The instruments of a treaty, or the treaties of a norm. */
export const ledger = (_subject: string, _isNorm: boolean, _address: Address): HTMLElement => el('div')
