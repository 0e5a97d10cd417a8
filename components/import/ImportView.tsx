import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { messageKey } from '../../utils/i18n.ts';
import type { Importer } from '../../utils/library/transfer/import/client.ts';
import type { LibraryError } from '../../utils/library/types.ts';
import { useInterface } from '../interface.ts';
import { ImportChoice } from './ImportChoice.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import styles from './ImportView.module.css';
import { reportWords } from './report-words.ts';
import type { ImportSession } from './state/import-session.ts';
import { useFileDrop } from './use-file-drop.ts';

/** What an import asks of the browser. */
export interface ImportServices {
  readonly importer: Importer;
  readonly saveFile: (file: Blob, name: string) => void;
  /** Where the reading list is shown. */
  readonly listHref: string;
}

export interface ImportViewProps {
  readonly session: ImportSession;
  readonly services: ImportServices;
  /** Shows what a file of our own would bring back. */
  readonly restore?: (file: File) => ComponentChildren;
}

/** Takes in other reading lists, step by step: choose, look, import, report. */
export function ImportView({ session, services, restore }: ImportViewProps) {
  const { t } = useInterface();
  const state = session.state.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnChange(heading, state.kind);
  const { isOver, handlers } = useFileDrop((files) => void session.choose(files));
  const again = () => session.again();

  return (
    <div class={styles.view} data-over={isOver || undefined} {...handlers}>
      {state.kind === 'choosing' && (
        <ImportChoice heading={heading} onChoose={(files) => void session.choose(files)} />
      )}
      {(state.kind === 'reading' || state.kind === 'writing') && (
        <ImportProgress heading={heading} state={state} onStop={() => session.stop()} />
      )}
      {state.kind === 'backup' && (
        <>
          <h1 ref={heading} tabIndex={-1} class={styles.heading}>
            {t('restore')}
          </h1>
          {restore?.(state.file)}
          <p class={styles.buttons}>
            <button type="button" class={styles.secondary} onClick={again}>
              {t('importOther')}
            </button>
          </p>
        </>
      )}
      {state.kind === 'preview' && (
        <ImportPreview
          heading={heading}
          preview={state.preview}
          onStart={() => void session.start(reportWords(t))}
          onOther={again}
        />
      )}
      {state.kind === 'done' && (
        <ImportReportView
          heading={heading}
          report={state.report}
          listHref={services.listHref}
          onSave={(name) => services.saveFile(state.report.table, name)}
          onMore={again}
        />
      )}
      {state.kind === 'failed' && <Failure heading={heading} error={state.error} onAgain={again} />}
    </div>
  );
}

function Failure(props: {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly error: LibraryError;
  readonly onAgain: () => void;
}) {
  const { t } = useInterface();
  const { heading, error, onAgain } = props;
  return (
    <>
      <h1 ref={heading} tabIndex={-1} class={styles.heading}>
        {t('importFailed')}
      </h1>
      <p class={styles.text}>{t(messageKey('libraryError', error.kind))}</p>
      {error.details && (
        <details class={styles.details}>
          <summary>{t('details')}</summary>
          <pre>{error.details}</pre>
        </details>
      )}
      <p class={styles.buttons}>
        <button type="button" class={styles.primary} onClick={onAgain}>
          {t('importOther')}
        </button>
      </p>
    </>
  );
}

/** Each step begins with its heading, for those who listen as well. */
function useFocusOnChange(heading: RefObject<HTMLElement | null>, kind: string): void {
  const last = useRef(kind);
  useLayoutEffect(() => {
    if (last.current === kind) return;
    last.current = kind;
    heading.current?.focus();
  }, [kind, heading]);
}
