import type { MessageKey } from '../i18n.ts';
import type { SaveReceipt } from '../library/types.ts';

/** What to say of something that is saved now. */
export function noticeOfSave({ isNew, isFilled }: SaveReceipt): MessageKey {
  if (isFilled) return 'noticeLinkFilled';
  return isNew ? 'noticeSaved' : 'noticeUpdated';
}
