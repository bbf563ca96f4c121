import type { Access } from './access'
import { accesses } from './accesses'
import { builtInAccesses } from './built-in'

/** An access with what its switch has to know. */
interface OfferedAccess extends Access {
  /** Allowed from the install on. */
  readonly isBuiltIn: boolean
}

/** The accesses as the pages with their switches are handed them. */
export const offeredSites: readonly OfferedAccess[] = accesses.map((access) => ({
  ...access,
  isBuiltIn: builtInAccesses.includes(access),
}))
