import { readSourceId, type SourceId } from '../papers/source'
import { i18n, sourceText } from '.'

/**
 * Who submits to Hugging Face what a list has, or whose papers there they are.
 *
 * @returns undefined for a source that is nobody's
 */
export function accountText(id: SourceId): string | undefined {
  switch (readSourceId(id)?.kind) {
    case 'hf-org':
      return i18n.t('account.ofOrg', [sourceText(id)])
    case 'hf-submitter':
      return i18n.t('account.submittedBy', [sourceText(id)])
    default:
      return undefined
  }
}
