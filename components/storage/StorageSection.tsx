import { useState } from 'preact/hooks';
import { messageKey } from '../../utils/i18n.ts';
import type { Settings } from '../../utils/settings.ts';
import { Choice } from '../Choice.tsx';
import { formatBytes } from '../format.ts';
import { useInterface } from '../interface.ts';
import { Section } from '../options/Section.tsx';
import type { Storage, StorageUse } from '../state/storage.ts';
import styles from './StorageSection.module.css';

export interface StorageSectionProps {
  readonly storage: Storage;
  readonly settings: Settings;
}

/** What takes how much of the disk, whether the browser keeps it, and how to free some. */
export function StorageSection({ storage, settings }: StorageSectionProps) {
  const { t } = useInterface();
  const state = storage.state.value;
  return (
    <Section id="storage" heading={t('storage')} intro={t('storageIntro')}>
      {state.kind === 'measuring' && <p class={styles.soft}>{t('storageMeasuring')}</p>}
      {state.kind === 'failed' && (
        <p role="alert">
          {t('storageFailed')} {t(messageKey('libraryError', state.error.kind))}{' '}
          <button type="button" class={styles.button} onClick={() => void storage.measure()}>
            {t('retry')}
          </button>
        </p>
      )}
      {state.kind === 'measured' && <Measured use={state.use} storage={storage} />}
      <ImageSettings storage={storage} settings={settings} />
    </Section>
  );
}

function Measured({ use, storage }: { readonly use: StorageUse; readonly storage: Storage }) {
  const { t, language } = useInterface();
  return (
    <>
      {use.littleLeft !== null && (
        <p class={styles.warning} role="alert">
          {t('storageLittle', { left: formatBytes(use.littleLeft, language) })}
        </p>
      )}
      <Facts use={use} />
      <Freeing use={use} onFree={() => void storage.free()} />
      <Protection isPersistent={use.isPersistent} onPersist={() => void storage.persist()} />
    </>
  );
}

function Facts({ use }: { readonly use: StorageUse }) {
  const { t, language } = useInterface();
  const { entries, images, searchIndex, usage, quota } = use;
  const size = (bytes: number | null) =>
    bytes === null ? t('storageUnknown') : formatBytes(bytes, language);
  const rows = [
    [t('storageArticles'), entries.toLocaleString(language)],
    [t('storageImages'), t('storageWithSize', { count: images.count, size: size(images.bytes) })],
    [t('storageSearch'), size(searchIndex)],
    [t('storageTotal'), size(usage)],
    [t('storageQuota'), size(quota)],
  ] as const;
  return (
    <>
      <dl class={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name} class={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {usage !== null && quota !== null && (
        <meter class={styles.meter} min={0} max={quota} value={usage} aria-label={t('storageTotal')} />
      )}
    </>
  );
}

/** What frees much asks again first, in its own place. */
function Freeing({ use, onFree }: { readonly use: StorageUse; readonly onFree: () => void }) {
  const { t, language } = useInterface();
  const [asks, ask] = useState(false);
  const { ids, bytes } = use.archived;
  if (ids.length === 0) return <p class={styles.soft}>{t('storageFreeNone')}</p>;
  const what = t('storageFree', { count: ids.length, size: formatBytes(bytes, language) });
  if (!asks) {
    return (
      <button type="button" class={styles.button} onClick={() => ask(true)}>
        {what}
      </button>
    );
  }
  return (
    <fieldset class={styles.question} aria-label={what}>
      <p>
        {what}. {t('storageFreeAsk')}
      </p>
      <button type="button" class={styles.button} ref={focusOn} onClick={() => ask(false)}>
        {t('storageFreeCancel')}
      </button>
      <button
        type="button"
        class={styles.button}
        onClick={() => {
          ask(false);
          onFree();
        }}
      >
        {t('storageFreeSure')}
      </button>
    </fieldset>
  );
}

/** The button that was pressed is gone; the answer that changes nothing takes its focus. */
function focusOn(button: HTMLButtonElement | null): void {
  button?.focus();
}

interface ProtectionProps {
  readonly isPersistent: boolean;
  readonly onPersist: () => void;
}

function Protection({ isPersistent, onPersist }: ProtectionProps) {
  const { t } = useInterface();
  return (
    <>
      <p>{t(isPersistent ? 'storagePersistent' : 'storageNotPersistent')}</p>
      {!isPersistent && (
        <button type="button" class={styles.button} onClick={onPersist}>
          {t('storagePersist')}
        </button>
      )}
    </>
  );
}

function ImageSettings({ storage, settings }: StorageSectionProps) {
  const { t, language } = useInterface();
  return (
    <div class={styles.settings}>
      <Choice
        key={storage.refusals.value}
        label={t('storageKeepImages')}
        values={['ask', 'always']}
        chosen={settings.keepImages}
        nameOf={(value) => t(`storageKeepImages_${value}`)}
        onChange={(when) => void storage.keepImages(when)}
      />
      <p class={styles.soft}>{t('storageKeepImagesNote')}</p>
      <Choice
        label={t('storageImageLimit')}
        values={['500', '2000', '10000']}
        chosen={`${settings.imageLimit}`}
        nameOf={(megabytes) => formatBytes(Number(megabytes) * 1_000_000, language)}
        onChange={(megabytes) =>
          storage.changeSettings({ imageLimit: Number(megabytes) as Settings['imageLimit'] })
        }
      />
    </div>
  );
}
