import type { Browser } from 'puppeteer-core';

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

interface ContextTree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

interface Evaluation {
  readonly result:
    | { readonly type: 'success'; readonly result: { readonly value?: string } }
    | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };
}

/** The browser window itself, where toolbar buttons live: code here may do all that Firefox may. */
export class ChromeScope {
  private readonly connection: BidiConnection;
  private readonly context: string;

  private constructor(connection: BidiConnection, context: string) {
    this.connection = connection;
    this.context = context;
  }

  /** Puppeteer has no public way to send a BiDi command of its own; its browser object holds the connection. */
  static async of(browser: Browser): Promise<ChromeScope> {
    const { connection } = browser as unknown as { readonly connection: BidiConnection };
    const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }))
      .result as ContextTree;
    const window = tree.contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('Firefox shows no browser window');
    return new ChromeScope(connection, window.context);
  }

  /** Runs the body of an async function in the browser window; what it returns must be plain data. */
  async evaluate<T>(body: string): Promise<T> {
    const evaluation = (await this.connection.send('script.evaluate', {
      expression: `(async () => { ${body} })().then((value) => JSON.stringify(value ?? null))`,
      target: { context: this.context },
      awaitPromise: true,
      resultOwnership: 'none',
    })) as unknown as Evaluation;
    const { result } = evaluation;
    if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
    return JSON.parse(result.result.value ?? 'null') as T;
  }
}
