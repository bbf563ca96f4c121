import { i18n } from '../../lib/i18n'
import { Notice } from '../controls/notice'
import './sites-failure.css'

/** In place of switches whose state is not known. */
export function SitesFailure({ failed }: { failed: 'permissions' | 'settings' }) {
  return (
    <div class="sites-failure">
      <Notice
        isProblem
        action={{ label: i18n.t('state.tryAgain'), onPress: () => location.reload() }}
      >
        {failed === 'permissions'
          ? i18n.t('sites.permissionsFailed')
          : i18n.t('sites.settingsFailed')}
      </Notice>
    </div>
  )
}
