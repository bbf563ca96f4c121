import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { annotate } from '../lib/annotate/annotate'
import { annotatedSiteOf } from '../lib/sites/annotated'

export default defineUnlistedScript(() => {
  const site = annotatedSiteOf(new URL(location.href))
  if (site !== undefined) annotate(site)
})
