import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { BackupRequest } from '../utils/library/backup/protocol.ts';
import { answerBackup } from '../utils/library/backup/worker.ts';

/** Makes backups and reads them beside the page. */
export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data }: MessageEvent<BackupRequest>) => {
    void answerBackup(data, (answer) => self.postMessage(answer));
  });
});
