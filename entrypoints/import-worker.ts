import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Request } from '../utils/library/transfer/import/protocol.ts';
import { serveImports } from '../utils/library/transfer/import/worker.ts';

/** The worker of the import screen. */
export default defineUnlistedScript(() => {
  serveImports({
    post: (answer) => self.postMessage(answer),
    listen: (heard) => self.addEventListener('message', ({ data }: MessageEvent<Request>) => heard(data)),
  });
});
