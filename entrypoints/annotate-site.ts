import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { annotate } from '../lib/annotate/annotate'
import { siteAnywhere } from '../lib/sites/anywhere'

export default defineUnlistedScript(() => annotate(siteAnywhere(new URL(location.href))))
