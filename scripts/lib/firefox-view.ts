import type { Plain, View } from './driver.ts';
import type { ChromeScope } from './firefox-chrome-scope.ts';

type Answer = { readonly value: string } | { readonly error: string };

let nextMessage = 0;

/** What a key is called in `KeyboardEvent.code`; keys without an entry have the same name there. */
function codeOf(key: string): string {
  if (/^[a-z]$/iu.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/u.test(key)) return `Digit${key}`;
  if (key === 'Shift' || key === 'Control') return `${key}Left`;
  if (key === '/' || key === '?') return 'Slash';
  if (key === '#') return 'Digit3';
  return key === ' ' ? 'Space' : key;
}

/**
 * A tab or popup of Firefox. Popups are no tabs, so no remote protocol reaches them: code goes in through a
 * frame script, which has the page's rights in a sandbox, and the result comes back as a message.
 */
export class FirefoxView implements View {
  private readonly chrome: ChromeScope;
  private readonly id: number;

  constructor(chrome: ChromeScope, id: number) {
    this.chrome = chrome;
    this.id = id;
  }

  /** The `<browser>` element of this view, as an expression for the browser window. */
  private get element(): string {
    return `[...document.querySelectorAll('browser')].find((each) => each.browserId === ${this.id})`;
  }

  /**
   * Runs the body of an async function in the frame script; `content` is the page's window.
   * @param afterwards is run in the browser window once the script is there; `messageManager` leads to it
   */
  private async inFrame(body: string, afterwards = ''): Promise<string> {
    const name = `seidoku:${nextMessage++}`;
    const frameScript = `(async () => { ${body} })().then(
      (value) => sendAsyncMessage(${JSON.stringify(name)}, { value }),
      (error) => sendAsyncMessage(${JSON.stringify(name)}, { error: String(error) + (error?.stack ?? '') }),
    );`;
    const answer = await this.chrome.evaluate<Answer>(`
      const browser = ${this.element};
      if (!browser) return { error: 'This page is closed' };
      const { messageManager } = browser;
      const { promise, resolve } = Promise.withResolvers();
      const listen = ({ data }) => { messageManager.removeMessageListener(${JSON.stringify(name)}, listen); resolve(data); };
      messageManager.addMessageListener(${JSON.stringify(name)}, listen);
      messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(frameScript)}), false);
      ${afterwards}
      return promise;`);
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  }

  async run<A extends Plain, T>(
    work: (argument: A) => T | Promise<T>,
    argument: A,
    library = '',
  ): Promise<T> {
    const code = `${library};(async () => JSON.stringify((await (${work})(${JSON.stringify(argument)})) ?? null))()`;
    const value = await this.inFrame(`
      const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      return await Cu.evalInSandbox(${JSON.stringify(code)}, sandbox);`);
    return JSON.parse(value) as T;
  }

  async press(key: string): Promise<void> {
    const keys = key.split('+').map((part) => ({ key: part, code: codeOf(part) }));
    await this.inFrame(`
      const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!processor.beginInputTransactionForTests(content)) throw new Error('The keyboard is in use');
      const events = ${JSON.stringify(keys)}.map((init) => new content.KeyboardEvent('', init));
      for (const event of events) processor.keydown(event);
      for (const event of events.reverse()) processor.keyup(event);
      return '';`);
  }

  async giveFiles(selector: string, paths: readonly string[]): Promise<void> {
    const name = JSON.stringify(`seidoku:files:${nextMessage++}`);
    // Only the browser window may open files, and only the page's process may put them into an input.
    await this.inFrame(
      `
      const { promise, resolve } = Promise.withResolvers();
      const listen = ({ data }) => { removeMessageListener(${name}, listen); resolve(data.files); };
      addMessageListener(${name}, listen);
      const input = content.document.querySelector(${JSON.stringify(selector)});
      input.mozSetFileArray(Cu.cloneInto(await promise, content, { wrapReflectors: true }));
      input.dispatchEvent(new content.Event('change', { bubbles: true }));
      return '';`,
      `
      const files = await Promise.all(
        ${JSON.stringify(paths)}.map((path) => File.createFromFileName(path)),
      );
      messageManager.sendAsyncMessage(${name}, { files });`,
    );
  }

  async screenshot(): Promise<Buffer> {
    const encoded = await this.chrome.evaluate<string>(`
      const scene = (${this.element}).browsingContext.currentWindowGlobal;
      const bitmap = await scene.drawSnapshot(null, 1, 'rgb(255, 255, 255)');
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return bytes.toBase64();`);
    return Buffer.from(encoded, 'base64');
  }

  async isClosed(): Promise<boolean> {
    return this.chrome.evaluate<boolean>(`return !(${this.element});`);
  }

  async close(): Promise<void> {
    await this.chrome.evaluate(`
      const browser = ${this.element};
      const tab = browser && gBrowser.getTabForBrowser(browser);
      if (tab) gBrowser.removeTab(tab);
      else browser?.closest('panel')?.hidePopup();
      return null;`);
  }
}
