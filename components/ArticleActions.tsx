import { useSignal } from '@preact/signals';
import type { Settings } from '../utils/settings.ts';
import styles from './ArticleActions.module.css';
import { ExportDialog } from './export/ExportDialog.tsx';
import type { ExportOffer } from './export/offer.ts';
import { IconButton } from './IconButton.tsx';
import { useInterface } from './interface.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { SaveButton } from './SaveButton.tsx';
import type { Session, Shown } from './state/session.ts';
import { TextSettings } from './TextSettings.tsx';

/** What the screens can do that only an entrypoint knows how to. */
export interface ScreenActions {
  readonly changeSettings: (changes: Partial<Settings>) => void;
  readonly copyMarkdown: (shown: Shown) => void;
  readonly copyLink: (shown: Shown) => void;
  readonly exportShown: (shown: Shown) => ExportOffer;
  readonly openOptions: () => void;
}

export interface ArticleActionsProps {
  readonly session: Session;
  readonly settings: Settings;
  readonly actions: ScreenActions;
  readonly onShowShortcuts: () => void;
  /** Absent where the article is in a tab already. */
  readonly onOpenInTab?: (() => void) | undefined;
  readonly original: string | null;
}

/** The buttons at the end of the bar. */
export function ArticleActions(props: ArticleActionsProps) {
  const { t } = useInterface();
  const { session, actions, onOpenInTab } = props;
  const shown = session.shown.value;
  const offer = useSignal<ExportOffer | null>(null);
  return (
    <div class={styles.actions}>
      <SaveButton state={session.saveState.value} onToggle={() => void session.toggleSaved()} />
      <TextSettings settings={props.settings} onChange={actions.changeSettings} />
      {onOpenInTab && (
        <IconButton icon="tab" label={t('openInTabHint')} disabled={!shown} onClick={onOpenInTab} />
      )}
      <MoreMenu
        onCopyMarkdown={shown && (() => actions.copyMarkdown(shown))}
        onCopyLink={shown && (() => actions.copyLink(shown))}
        onExport={
          shown &&
          (() => {
            offer.value = actions.exportShown(shown);
          })
        }
        onShowShortcuts={props.onShowShortcuts}
        onOpenOptions={actions.openOptions}
        original={props.original}
      />
      {offer.value && (
        <ExportDialog
          offer={offer.value}
          notices={session.notices}
          onClose={() => {
            offer.value = null;
          }}
        />
      )}
    </div>
  );
}
