import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { annotate } from '../lib/annotate/annotate'
import { siteOf } from '../lib/sites'

export default defineUnlistedScript(() => {
  const site = siteOf(new URL(location.href))
  if (site !== undefined) annotate(site)
})
