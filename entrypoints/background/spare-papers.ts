import { FailureError } from '../../lib/errors/failure'
import { Allowance } from '../../lib/messaging/allowance'
import type { AskingPage } from '../../lib/messaging/handle'
import { lookUpAllowance } from '../../lib/messaging/limits'

/** More hosts than anybody has pages of open. */
const mostHosts = 1_000

/**
 * Bounds how many papers the pages of one host may ask about, so that no page goes through all papers to find out which
 * ones the user keeps.
 *
 * @returns throws a FailureError `rate-limited` where a page has asked about too many
 */
export function sparePapers(): (page: AskingPage | undefined, count: number) => void {
  const allowances = new Map<string, Allowance>()
  return (page, count) => {
    if (page === undefined || count === 0) return
    const { host } = new URL(page.address)
    const allowance =
      allowances.get(host) ?? new Allowance(lookUpAllowance.most, lookUpAllowance.perMinute)
    if (allowances.size >= mostHosts) allowances.clear()
    allowances.set(host, allowance)
    const wait = allowance.take(count)
    if (wait === 0) return
    const message = 'The pages of this site have asked about too many papers'
    throw new FailureError({ code: 'rate-limited', message, retryAt: Date.now() + wait })
  }
}
